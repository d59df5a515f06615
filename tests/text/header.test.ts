import { describe, expect, it } from 'vitest';
import { cleanCopy } from '../../src/text/clean.ts';
import { clean, more, prose } from './copy.ts';

describe('the header', () => {
  it.each([
    [
      `Bridge stays closed\n\nBy Jane Doe\n\n${prose}`,
      { headline: 'Bridge stays closed', byline: ['Jane Doe'] },
    ],
    [`Bridge stays closed until spring\n\n${prose}`, { headline: 'Bridge stays closed until spring' }],
    [`By JANE DOE and John Roe, Associated Press\n\n${prose}`, { byline: ['Jane Doe', 'John Roe'] }],
    [`By Jane Doe in Rome | 3 May 2022\n\n${prose}`, { byline: ['Jane Doe'], publishedAt: '2022-05-03' }],
    [
      `Headline: Bridge closed\nBy: Jane Doe\nDate: 2023-10-11\n\n${prose}`,
      { headline: 'Bridge closed', byline: ['Jane Doe'], publishedAt: '2023-10-11' },
    ],
    [`Published: Wed, 11 Oct 2023 10:00:00 +0200\n\n${prose}`, { publishedAt: '2023-10-11T08:00:00Z' }],
    [`October 11, 2023\n\n${prose}`, { publishedAt: '2023-10-11' }],
    [`10:22 AM PDT · April 16, 2025\n\n${prose}`, { publishedAt: '2025-04-16T17:22:00Z' }],
    [`April 16, 2025 5:00 AM ET\n\n${prose}`, { publishedAt: '2025-04-16' }],
    [`By Al Jazeera Staff\n\n${prose}`, { byline: ['Al Jazeera Staff'] }],
    [`By Web Staff\n\n${prose}`, {}],
    [`By Jane Doe on May 4, 2022\n\n${prose}`, { byline: ['Jane Doe'], publishedAt: '2022-05-04' }],
    [`Updated 12 Oct 2023\n\nOctober 11, 2023\n\n${prose}`, { publishedAt: '2023-10-11' }],
    [
      `JAKARTA, Oct 3 (Reuters) - ${prose}`,
      { dateline: { place: 'JAKARTA', date: 'Oct 3', agency: 'Reuters' } },
    ],
    [`LONDON (AP) — ${prose}`, { dateline: { place: 'LONDON', date: null, agency: 'AP' } }],
    [`KYIV, Ukraine (AP) — ${prose}`, { dateline: { place: 'KYIV, Ukraine', date: null, agency: 'AP' } }],
    [`WASHINGTON — ${prose}`, { dateline: { place: 'WASHINGTON', date: null, agency: null } }],
    [`NEW DELHI: ${prose}`, { dateline: { place: 'NEW DELHI', date: null, agency: null } }],
    [`Berlin (dpa) - ${prose}`, { dateline: { place: 'Berlin', date: null, agency: 'dpa' } }],
    [
      `MOSCOW, October 11. /TASS/. ${prose}`,
      { dateline: { place: 'MOSCOW', date: 'October 11', agency: 'TASS' } },
    ],
    [
      `DUSHANBE, 11.04.2018 /NIAT Khovar/. ${prose}`,
      { dateline: { place: 'DUSHANBE', date: '11.04.2018', agency: 'Khovar' }, publishedAt: '2018-04-11' },
    ],
    [
      `YEREVAN, MAY 3, ARMENPRESS. ${prose}`,
      { dateline: { place: 'YEREVAN', date: 'MAY 3', agency: 'Armenpress' } },
    ],
    [
      `BAKU, Azerbaijan, May 3. ${prose}`,
      { dateline: { place: 'BAKU, Azerbaijan', date: 'May 3', agency: null } },
    ],
    [`Accra, May 03, GNA - ${prose}`, { dateline: { place: 'Accra', date: 'May 03', agency: 'GNA' } }],
    [`(Nairobi) – ${prose}`, { dateline: { place: 'Nairobi', date: null, agency: null } }],
    [
      `(New York, May 3, 2024) – ${prose}`,
      { dateline: { place: 'New York', date: 'May 3, 2024', agency: null }, publishedAt: '2024-05-03' },
    ],
    [
      `GENEVA (3 May 2024) – ${prose}`,
      { dateline: { place: 'GENEVA', date: '3 May 2024', agency: null }, publishedAt: '2024-05-03' },
    ],
    [`By JANE DOE Associated Press\n\n${prose}`, { byline: ['Jane Doe'] }],
    [
      `Bridge shut until the spring\nBy Jane Doe, Environment Editor 2 May 2024 • 6:00am\n\n${prose}`,
      { headline: 'Bridge shut until the spring', byline: ['Jane Doe'], publishedAt: '2024-05-02' },
    ],
    [
      `Bridge shut until the spring\nJane Doe, Reporter\n@janedoe jane@example.org\n\n${prose}`,
      { headline: 'Bridge shut until the spring', byline: ['Jane Doe'] },
    ],
    [
      `Bridge shut until the spring\nTHU, 02 MAY, 2024 - 18:30\nNIALL MURRAY-FOX\n\n${prose}`,
      {
        headline: 'Bridge shut until the spring',
        byline: ['Niall Murray-Fox'],
        publishedAt: '2024-05-02',
      },
    ],
    [
      `Bridge shut until the spring\nBy Jane Doe\nMay 2, 20242:41 PM UTCUpdated 3 hours ago\n\n${prose}`,
      {
        headline: 'Bridge shut until the spring',
        byline: ['Jane Doe'],
        publishedAt: '2024-05-02T14:41:00Z',
      },
    ],
    [
      `Bridge shut until the spring\nMay 02, 2024 09:14 pm | Updated 09:15 pm IST\n\n${prose}`,
      { headline: 'Bridge shut until the spring', publishedAt: '2024-05-02' },
    ],
    [
      `Bridge shut until the spring\npublished : 3 May 2024 at 12:10\nnewspaper section: News\nwriter: Jane Doe\n\n${prose}`,
      {
        headline: 'Bridge shut until the spring',
        byline: ['Jane Doe'],
        publishedAt: '2024-05-03',
      },
    ],
    [
      `Bridge shut until the spring\nKendari, Southeast Sulawesi ● Fri, May 3, 2024\n\n${prose}`,
      {
        headline: 'Bridge shut until the spring',
        dateline: { place: 'Kendari, Southeast Sulawesi', date: 'Fri, May 3, 2024', agency: null },
        publishedAt: '2024-05-03',
      },
    ],
    [`From Emeka Obi, Abuja\n\n${prose}`, { byline: ['Emeka Obi'] }],
    [`By Jane Doe and John Roe @johnroe\n\n${prose}`, { byline: ['Jane Doe', 'John Roe'] }],
    [`London CNN — ${prose}`, { dateline: { place: 'London', date: null, agency: 'CNN' } }],
    [`CNN — ${prose}`, { dateline: { place: null, date: null, agency: 'CNN' } }],
    [`(Reuters) - ${prose}`, { dateline: { place: null, date: null, agency: 'Reuters' } }],
    [
      `PARIS, Oct 3, 2023 (AFP) - ${prose}`,
      { dateline: { place: 'PARIS', date: 'Oct 3, 2023', agency: 'AFP' }, publishedAt: '2023-10-03' },
    ],
    [
      `abc0123 4 i 211\n\nBridge/\n1ST LEAD\nBridge stays closed until spring =\nBy dpa correspondents =\n\nBerlin (dpa) - ${prose}`,
      {
        headline: 'Bridge stays closed until spring',
        dateline: { place: 'Berlin', date: null, agency: 'dpa' },
      },
    ],
    [
      `Can the Council Stop Them?\n\nA bridge, a budget and a spring\n\nBy Jane Doe\n\n${prose}`,
      { headline: 'Can the Council Stop Them?', byline: ['Jane Doe'] },
    ],
    [
      `Council shuts bridge\nKelly-Anne Doe\n2 August 2017\n\n${prose}`,
      { headline: 'Council shuts bridge', byline: ['Kelly-Anne Doe'], publishedAt: '2017-08-02' },
    ],
    [
      `Bridge shut, and one wedding\nGül Öztürk, 12.11.2022\n\n${prose}`,
      { headline: 'Bridge shut, and one wedding', byline: ['Gül Öztürk'], publishedAt: '2022-11-12' },
    ],
    [
      `HC raps civic body\n\nShubhra Rao, TNN | Jul 3, 2015, 11.12 PM IST\n\nLUCKNOW: ${prose}`,
      {
        headline: 'HC raps civic body',
        byline: ['Shubhra Rao'],
        dateline: { place: 'LUCKNOW', date: null, agency: null },
        publishedAt: '2015-07-03T17:42:00Z',
      },
    ],
    [
      `'A crane does not strike'\n\nApril 14, 2024\nInterview by Jane Doe\n\n${prose}`,
      { headline: "'A crane does not strike'", byline: ['Jane Doe'], publishedAt: '2024-04-14' },
    ],
    [
      `A crane does not strike\nWords and pictures by Jane Doe\n\n${prose}`,
      { headline: 'A crane does not strike', byline: ['Jane Doe'] },
    ],
    [
      `Bridge shut, and one wedding\nJane Doe, Times-Herald\n\n${prose}`,
      { headline: 'Bridge shut, and one wedding', byline: ['Jane Doe'] },
    ],
    [
      `Bridge shut\n\nBy Jane Doe | Published: May 18, 2024 | Updated: May 19, 2024\n\n5 min read\n\n${prose}`,
      { headline: 'Bridge shut', byline: ['Jane Doe'], publishedAt: '2024-05-18' },
    ],
    [
      `PRESS STATEMENT\nFor immediate release\n\nBridge Trust: Statement on the bridge\n\nRotterdam, 24 March 2024\n\n${prose}`,
      {
        headline: 'Bridge Trust: Statement on the bridge',
        dateline: { place: 'Rotterdam', date: '24 March 2024', agency: null },
        publishedAt: '2024-03-24',
      },
    ],
    [
      `Sent: 5 March 2024 09:12\nTo: newsdesk\nSubject: Bridge shut\n\nBRIDGE TRUST\nPrivate Bag 390\nTel: +265 1 770 344\n\nPRESS STATEMENT\n\n${prose}`,
      { headline: 'Bridge shut', publishedAt: '2024-03-05' },
    ],
    [
      `ACME CORP\n500 Main Street, Suite 200, Dayton, OH 45402\n\nFOR IMMEDIATE RELEASE\n\nAcme Names New Chief\n\nDAYTON, Ohio, May 4, 2024 -- ${prose}`,
      {
        headline: 'Acme Names New Chief',
        dateline: { place: 'DAYTON, Ohio', date: 'May 4, 2024', agency: null },
        publishedAt: '2024-05-04',
      },
    ],
    [
      `BRISTOL PORT COMPANY\n14 Quay Street, Bristol BS1 4DJ\n\nPRESS RELEASE\n\nPORT TO BUILD NEW BERTH\n\nBristol, UK – ${prose}`,
      {
        headline: 'PORT TO BUILD NEW BERTH',
        dateline: { place: 'Bristol, UK', date: null, agency: null },
      },
    ],
    [
      `Council Shuts Bridge Until Spring.\n\nLONDON (Reuters)\n\n${prose}`,
      {
        headline: 'Council Shuts Bridge Until Spring.',
        dateline: { place: 'LONDON', date: null, agency: 'Reuters' },
      },
    ],
    [
      `Council shuts bridge;\n\nResidents may get a ferry.\n\nABSTRACT.\n\n${prose}`,
      { headline: 'Council shuts bridge;' },
    ],
    [
      `Council calls on towns to lead the search for a ferry over the river.\n\nYORK, Aug. 17 (UPI) — ${prose}`,
      {
        headline: 'Council calls on towns to lead the search for a ferry over the river.',
        dateline: { place: 'YORK', date: 'Aug. 17', agency: 'UPI' },
      },
    ],
    [
      `Council shuts bridge for spring.\n\nABSTRACT.\n\n${prose}`,
      { headline: 'Council shuts bridge for spring.' },
    ],
    [`COLUMBUS, Ohio (AP) _ ${prose}`, { dateline: { place: 'COLUMBUS, Ohio', date: null, agency: 'AP' } }],
    [`PARIS, Aug. 17.--${prose}`, { dateline: { place: 'PARIS', date: 'Aug. 17', agency: null } }],
    [`PARIS, Thursday, Aug. 17.—${prose}`, { dateline: { place: 'PARIS', date: 'Aug. 17', agency: null } }],
    [`New Delhi (PTI): ${prose}`, { dateline: { place: 'New Delhi', date: null, agency: 'PTI' } }],
    [
      `Cultura / Tribunales\nTwelve pages that two men wrote\nBy Jane Doe\n\n${prose}`,
      { headline: 'Twelve pages that two men wrote', byline: ['Jane Doe'] },
    ],
    [
      `Bridge shut until the spring\nThe mayor calls it 'a pause'. The ferry is full.\nExpand\nJane Doe\nand John Roe\nWed May 29 2024 - 17:41\nWhy you can trust us here\n\n${prose}`,
      {
        headline: 'Bridge shut until the spring',
        byline: ['Jane Doe', 'John Roe'],
        publishedAt: '2024-05-29',
      },
    ],
    [
      `Bridge shut until the spring\nBY JANE DOE Observer senior reporter doe@example.org\n12/03/2024 - 16:20\n\nPITTSTOWN: ${prose}`,
      {
        headline: 'Bridge shut until the spring',
        byline: ['Jane Doe'],
        dateline: { place: 'PITTSTOWN', date: null, agency: null },
        publishedAt: '2024-03-12',
      },
    ],
    [
      `UPDATE 2-Bridge shut until the spring\n(Adds comment, shares)\nBy Jane Doe\n\nLokoja, June 19, 2023 (NAN) ${prose}`,
      {
        headline: 'Bridge shut until the spring',
        byline: ['Jane Doe'],
        dateline: { place: 'Lokoja', date: 'June 19, 2023', agency: 'NAN' },
        publishedAt: '2023-06-19',
      },
    ],
    [
      `Bridge shut until the spring\nBy:\nJane Doe and John al-Roe\nShare:\n\nPhoto: file\n\n${prose}`,
      { headline: 'Bridge shut until the spring', byline: ['Jane Doe', 'John al-Roe'] },
    ],
    [
      `Bridge shut until the spring\n\nSantiago, Chile, 4 Feb (EFE).- ${prose}`,
      {
        headline: 'Bridge shut until the spring',
        dateline: { place: 'Santiago, Chile', date: '4 Feb', agency: 'EFE' },
      },
    ],
    [
      `Bridge shut until the spring\nBy Jane Doe\n\n- It was built in 1901.\n- It leaks.\n\n${prose}`,
      { headline: 'Bridge shut until the spring', byline: ['Jane Doe'] },
    ],
    [`PARIS ― ${prose}`, { dateline: { place: 'PARIS', date: null, agency: null } }],
    [
      `Bridge shut until the spring\nJANE O'DOE\nFriday 4 November 2022\n\n${prose}`,
      { headline: 'Bridge shut until the spring', byline: ["Jane O'Doe"], publishedAt: '2022-11-04' },
    ],
    [
      `Bridge shut until the spring\nBY JANE DOE\nSTAFF WRITER\nJun 8, 2023\n\n${prose}`,
      { headline: 'Bridge shut until the spring', byline: ['Jane Doe'], publishedAt: '2023-06-08' },
    ],
    [
      `Bridge shut until the spring\nTNN | Jane Doe | Jul 9, 2024, 06.12 AM IST\nAA\nFollow us\n\n${prose}`,
      { headline: 'Bridge shut until the spring', byline: ['Jane Doe'], publishedAt: '2024-07-09T00:42:00Z' },
    ],
    [
      `Bridge shut until the spring\nJane Doe\nMay 3, 2024\nImage Credits: Acme\nComment (14)\n\n${prose}`,
      { headline: 'Bridge shut until the spring', byline: ['Jane Doe'], publishedAt: '2024-05-03' },
    ],
    [
      `Bridge shut until the spring\n\nJane Doe (The Herald)\nPREMIUM\nPontianak, West Kalimantan\nFri, May 3, 2024\n\nShare This Article\nChange Size\n\n${prose}`,
      {
        headline: 'Bridge shut until the spring',
        byline: ['Jane Doe'],
        dateline: { place: 'Pontianak, West Kalimantan', date: null, agency: null },
        publishedAt: '2024-05-03',
      },
    ],
    [
      `Bridge shut until the spring\nUpdated - May 03, 2024 08:41 pm IST - MADURAI\nJane Doe\n\n${prose}\n\nPublished - May 03, 2024 08:39 pm IST`,
      {
        headline: 'Bridge shut until the spring',
        byline: ['Jane Doe'],
        dateline: { place: 'MADURAI', date: null, agency: null },
        publishedAt: '2024-05-03T15:09:00Z',
      },
    ],
    [
      `The bridge is shut. Here is what to know.\nFive things about a river\n\nby Jane Doe\nMay 3, 2024\n\n${prose}`,
      {
        headline: 'The bridge is shut. Here is what to know.',
        byline: ['Jane Doe'],
        publishedAt: '2024-05-03',
      },
    ],
    [
      `Bridge Shut Until the Spring\n\nThere is a ferry. It is full.\n\nListen to this article · 6:21 min Learn more\n\nShare full article\n\n123\n\nBy Jane Doe\n\nPublished May 3, 2024\n\n${prose}`,
      { headline: 'Bridge Shut Until the Spring', byline: ['Jane Doe'], publishedAt: '2024-05-03' },
    ],
    [
      `Bridge shut until the spring\nJane Doe\nMay 3, 2024 — 5.00am\nSave\nLog in, register or subscribe to save articles for later.\nNormal text size\nVery large text size\n${prose}`,
      { headline: 'Bridge shut until the spring', byline: ['Jane Doe'], publishedAt: '2024-05-03' },
    ],
    [
      `Bridge shut until the spring\n\n3 May 2024\n\nShare\n\nJane Doe\n\n0:00\n\nSubscribers can listen to this article\n\n${prose}`,
      { headline: 'Bridge shut until the spring', byline: ['Jane Doe'], publishedAt: '2024-05-03' },
    ],
    [
      `Bridge shut until the spring\nBy JANE DOE FOR THE COURIER\n3 May 2024\n\nKey points:\nRepairs begin in April\nA ferry will run\n\n${prose}`,
      { headline: 'Bridge shut until the spring', byline: ['Jane Doe'], publishedAt: '2024-05-03' },
    ],
    [
      `Bridge shut until the spring\n\nJane Doe   May 03, 2024\n\nISLAMABAD:\n\n${prose}`,
      {
        headline: 'Bridge shut until the spring',
        byline: ['Jane Doe'],
        dateline: { place: 'ISLAMABAD', date: null, agency: null },
        publishedAt: '2024-05-03',
      },
    ],
    [
      `Bridge shut until the spring\nThe council will pay for a ferry.\n\nThe bridge in winter. | Jim Roe/AP\nBy Jane Doe\nDaily Inquirer / 05:00 AM May 03, 2024\n\nThis article was published more than 1 year ago. Some information may no longer be current.\n\nOpen this photo in gallery:\n\n${prose}`,
      { headline: 'Bridge shut until the spring', byline: ['Jane Doe'], publishedAt: '2024-05-03' },
    ],
    [
      `LIMA, 30 June 2024 (Reuters)\n\n${prose}`,
      { dateline: { place: 'LIMA', date: '30 June 2024', agency: 'Reuters' }, publishedAt: '2024-06-30' },
    ],
    [
      `Bridge shut until the spring\n\nOSLO, 30 June 2024\n\n${prose}`,
      {
        headline: 'Bridge shut until the spring',
        dateline: { place: 'OSLO', date: '30 June 2024', agency: null },
        publishedAt: '2024-06-30',
      },
    ],
  ])('%j', (raw, header) => {
    const copy = clean(raw);
    expect(copy.header).toEqual(header);
    expect(copy.text).toBe(prose);
  });

  it('is above the hour of a live blog, which stays', () => {
    const story = `14:52\n\nNavy searches for ferry\n\n${prose}`;
    expect(clean(`Storm live: ferry missing as winds ease\n\n${story}`)).toMatchObject({
      text: story,
      header: { headline: 'Storm live: ferry missing as winds ease' },
    });
  });

  it.each([
    `LOOK: ${prose}`,
    `Did the mayor really close the bridge?\n\n${prose}`,
    `Jane Roe — the mayor — left. ${prose}`,
    `The mayor: ${prose}`,
    `BREAKING — ${prose}`,
    `Jane Roe (D-Mass.) - once a judge - said so. ${prose}`,
    `"I left," she said.\n\n${prose}`,
    `I left\n\nYou stayed`,
    `SEN. HOLLOWAY: The committee will come to order.\n\nMS. RAO: ${prose}`,
    `SIEGEL--${prose}`,
    `${prose}\n\nFERRY — ${more}`,
    `I left the town.\n\nFERRY — ${more}`,
    `Jane Roe\n\n“I left the town,” she said, “and the bridge, and I shall never come back.”`,
    `The council shut the bridge.\n\nAnalysis\n\n${more}`,
    `President Jane Roe of New York City died.\n\n${prose}`,
    `He left.\n\nNobody knew why\n\n${prose}`,
    `The bridge is shut.\n\nHighlights of the year\n\n${prose}`,
    `Photo-sharing is over, the mayor said, and so is the bridge.\n\n${prose}`,
  ])('keeps what is none: %s', (raw) => {
    expect(clean(raw)).toMatchObject({ text: raw, header: {}, removed: [] });
  });

  it.each([
    [`Bridge shut for the winter\n\nJane Roe\n\n${prose} Jane Roe disagreed.`, 'whom the story is about'],
    [`Bridge shut for the winter\n\nClimate Change\n\n${prose} It blamed climate change.`, 'no name'],
    [
      `They said it in May\n\nJane Roe\n\n“We shall have a ferry, and the ferry will have a bell, and that is that.”`,
      'a speaker',
    ],
  ])('leaves a name below the headline in the story: %j', (raw) => {
    expect(clean(raw).header.byline).toBeUndefined();
    expect(clean(raw).text).toBe(raw.slice(raw.indexOf('\n\n') + 2));
  });

  it.each([
    'Court reporter',
    'Local Democracy Reporter',
    'STAFF WRITER',
    'BBC News, West of England',
    'Exampleton Courier',
    'Reporting from Nairobi',
    '@janedoe',
  ])('goes on below a byline: %s', (line) => {
    const copy = clean(`By Jane Doe\n${line}\n\n${prose}`);
    expect(copy).toMatchObject({ text: prose, header: { byline: ['Jane Doe'] } });
  });

  it.each([
    'North of England correspondent',
    'Senior political correspondent',
    'Berlin correspondent',
    'Deputy editor',
  ])('knows the job behind a name: %s', (job) => {
    const copy = clean(`Bridge shut until spring\n\nJane Doe ${job}\n\n${prose}`);
    expect(copy).toMatchObject({ text: prose, header: { byline: ['Jane Doe'] } });
  });

  it.each(['Home / India News / Bridge shut', 'News > World > Asia', 'Home | Politics'])(
    'takes where the page is on its site for no headline: %s',
    (line) => {
      const copy = clean(
        `${line}\nBridge shut until the spring\nByJane Doe, New Delhi\n3 May 2024\n\n${prose}`,
      );
      expect(copy.header).toEqual({
        headline: 'Bridge shut until the spring',
        byline: ['Jane Doe'],
        publishedAt: '2024-05-03',
      });
    },
  );

  it.each([
    [`Washington\nCNN\n —\n${prose}`, 'Washington'],
    [`Washington (CNN) ${prose}`, 'Washington'],
    [`CNN —\n\n${prose}`, null],
  ])('knows the network that stands apart from its place: %s', (raw, place) => {
    const copy = clean(raw);
    expect(copy.header.dateline).toEqual({ place, date: null, agency: 'CNN' });
    expect(copy.text).toBe(prose);
  });

  it('takes a second headline set solid with the first for no lede', () => {
    const copy = clean(
      `3 May 2024\n\nBridge shut until the spring\nRepairs take 'far longer' than planned\n\n${prose}`,
    );
    expect(copy).toMatchObject({ text: prose, header: { headline: 'Bridge shut until the spring' } });
  });

  it('takes three words in capitals below the day for a headline, not for a place', () => {
    const copy = clean(`For immediate release: 3 May 2024\n\nCOUNCIL SHUTS BRIDGE\n\n${prose}`);
    expect(copy).toMatchObject({ text: prose, header: { headline: 'COUNCIL SHUTS BRIDGE' } });
  });

  it('starts at a short paragraph with a place between a byline and prose', () => {
    const copy = clean(`By Our Reporter\nNEW DELHI: The minister went home.\n\n${prose}`);
    expect(copy.header.dateline).toMatchObject({ place: 'NEW DELHI' });
    expect(copy.text).toBe(`The minister went home.\n\n${prose}`);
  });

  it.each(['CAPE TOWN', 'BRIDGE CLOSURE', 'NEW DELHI'])(
    'takes no place or topic in capitals for a name: %s',
    (line) => {
      const copy = clean(`Bridge shut until spring\n${line}\n3 May 2024\n\n${prose} Its closure was sudden.`);
      expect(copy.header).toEqual({ headline: 'Bridge shut until spring', publishedAt: '2024-05-03' });
    },
  );

  it.each(['VIDEO', 'AD', 'Ada Roe/NPR', 'Ada Roe'])(
    'leaves the first sentence of the story above %j',
    (line) => {
      const copy = clean(`Bridge shut\n\nBy Jane Doe\n\n${prose}\n\n${line}\n\n${more}`);
      expect(copy.text.startsWith(prose)).toBe(true);
      expect(copy.header).toMatchObject({ headline: 'Bridge shut', byline: ['Jane Doe'] });
    },
  );

  it.each(['By Jane Doe', 'BY JANE DOE', '– By Jane Doe'])('reads %j below the story', (line) => {
    const copy = clean(`Bridge shut\n\nHULL, March 5 (Reuters) - ${prose}\n\n${more}\n\n${line}`);
    expect(copy.text).toBe(`${prose}\n\n${more}`);
    expect(copy.header.byline).toEqual(['Jane Doe']);
  });

  it('takes a byline in small letters for no line of wrapped copy', () => {
    const copy = clean(`Bridge shut until the spring\nby Jane Doe, Jim Roe\n\n${prose} ${more}`);
    expect(copy.header).toEqual({
      headline: 'Bridge shut until the spring',
      byline: ['Jane Doe', 'Jim Roe'],
    });
  });

  it('takes no story of one sentence for a standfirst above the day below it', () => {
    const copy = clean(`Bridge shut until the spring\n\nBy Jane Doe\n\n${prose}\n\n3 May 2024`);
    expect(copy).toMatchObject({ text: prose, header: { byline: ['Jane Doe'], publishedAt: '2024-05-03' } });
  });

  it('names the agency below a byline', () => {
    const copy = clean(`Bridge shut until spring\nBy Jane Doe\nThe Canadian Press\n\n${prose}`);
    expect(copy).toMatchObject({ text: prose, agencies: ['The Canadian Press'] });
  });

  it('goes on below a caption', () => {
    const caption = 'FILE PHOTO: The bridge in winter. REUTERS/Jim Roe';
    const copy = clean(`Bridge shut for the winter\n\n${caption}\n\nBy Jane Doe\n\nYORK (AP) — ${prose}`);
    expect(copy.text).toBe(prose);
    expect(copy.removed.map(({ text }) => text)).toContain(caption);
    expect(copy.header).toMatchObject({ byline: ['Jane Doe'], dateline: { place: 'YORK' } });
  });

  it('ends at the first turn of a transcript', () => {
    const raw =
      'PRESIDENT MORALES: We have a deal.\n\nREPORTER: When will it be signed?\n\nPRESIDENT MORALES: Tomorrow.';
    expect(clean(raw)).toMatchObject({ text: raw, header: {}, removed: [] });
    expect(clean(`Morales has a deal\n\nBy Jane Doe\n\n${raw}`)).toMatchObject({
      text: raw,
      header: { headline: 'Morales has a deal', byline: ['Jane Doe'] },
    });
  });

  it('reports a date that does not exist, and takes no field from it', () => {
    for (const raw of [`date 2023-13-45 ${prose}`, `Date: 31 June 2023\n\n${prose}`]) {
      const copy = clean(raw);
      expect(copy.text).toBe(prose);
      expect(copy.header).toEqual({});
      expect(copy.problems.map(({ code }) => code)).toEqual(['invalid-date']);
    }
  });

  it.each(['31 June 2024', 'Feb 30', 'June 31st'])(
    'reports a dateline of a day that no year has: %s',
    (date) => {
      for (const raw of [
        `HARBOUR CITY, ${date} (Reuters) - ${prose}`,
        `HARBOUR CITY, ${date} (Reuters)\n\n${prose}`,
      ]) {
        const copy = clean(raw);
        expect(copy.text).toBe(prose);
        expect(copy.header).toEqual({ dateline: { place: 'HARBOUR CITY', date, agency: 'Reuters' } });
        expect(copy.problems.map(({ code }) => code)).toEqual(['invalid-date']);
      }
      for (const day of ['29 February', 'Oct. 3', '29 February 2024']) {
        expect(clean(`HARBOUR CITY, ${day} (Reuters) - ${prose}`).problems).toEqual([]);
      }
    },
  );

  it('knows the headline of the format again', () => {
    const copy = cleanCopy(`Bridge closed, council says.\n\n${prose}`, {
      blocks: null,
      replacements: [],
      headline: 'Bridge closed, council says',
    });
    expect(copy.text).toBe(prose);
    expect(copy.header).toEqual({});
  });
});

describe('a caption that the markup states', () => {
  const caption = '[caption id="a"]The bridge on Monday[/caption]';

  it.each([
    ['above the story', `${caption}\n\n${prose}`, {}],
    [
      'above the header',
      `${caption}\n\nCouncil shuts bridge until spring\n\nBy Jane Doe\n\nLONDON (AP) — ${prose}`,
      {
        headline: 'Council shuts bridge until spring',
        byline: ['Jane Doe'],
        dateline: { place: 'LONDON', date: null, agency: 'AP' },
      },
    ],
    [
      'inside the header',
      `Council shuts bridge until spring\n\n${caption}\n\nBy Jane Doe\n\n${prose}`,
      { headline: 'Council shuts bridge until spring', byline: ['Jane Doe'] },
    ],
  ])('stays, and is no line of the header: %s', (_, raw, header) => {
    const copy = clean(`${raw}\n\n${more}`);
    expect(copy.text).toBe(`The bridge on Monday\n\n${prose}\n\n${more}`);
    expect(copy.paragraphs.map(({ role }) => role)).toEqual(['caption', 'lede', 'body']);
    expect(copy.header).toEqual(header);
  });
});

describe('verse', () => {
  it.each([
    'The woods are lovely dark and deep\nBut I have promises to keep and many miles to go before I sleep.',
    `Roses are red\nViolets are blue\n\n${prose}`,
  ])('keeps its first line: %j', (raw) => {
    expect(clean(raw).text).toBe(raw.replace(/(?<!\n)\n(?!\n)/, '\n\n'));
  });
});

describe('what outlets print above the story', () => {
  it.each([
    'Nashik (Maharashtra) [India], November 12 (ANI): ',
    'New Delhi [India], November 12 (ANI): ',
    'MUMBAI | ',
    'KAMPALA, Uganda | URN | ',
    'KYIV. Nov 12 (Interfax-Ukraine) – ',
    'Lagos – ',
    'Cape Town - ',
    'Kampala. ',
    'Nairobi, Kenya: ',
    'Abuja, Nov. 12, 2023 (NAN): ',
    'SYDNEY, Nov 12 AAP - ',
    'Havana, Nov 12 (Prensa Latina) ',
    'ERBIL (Kurdistan24) – ',
    'ALGIERS- ',
    '(CNN)',
    'Kathmandu, November 12 ',
    'ASTANA. KAZINFORM ',
    'BAKU, Azerbaijan, Nov. 12, Trend: ',
    'Minsk, 12 November (BelTA). ',
  ])('the dateline %j is none of it', (dateline) => {
    expect(clean(`Bridge shut until the spring\n\n${dateline}${prose}\n\n${more}`).text).toBe(
      `${prose}\n\n${more}`,
    );
  });

  it.each([
    'By Jane Doe\n\nThe bridge in May. —CONTRIBUTED PHOTO',
    'By Jane Doe\n\nA view of the bridge. — APP/File',
    '3 May 2022\n\nThe council says it has no money to mend the bridge before the spring of 2025.\nPicture: Jim Roe/CNN',
    'Jane Doe\n\nMon 3 May 2022 06.00 BST\n\nLast modified on Mon 3 May 2022 09.12 BST',
    'By Jane Doe\n\nPosted at 10:31 PM, Oct 12, 2022\n\nand last updated 6:05 AM, Oct 13, 2022',
    'By JANE DOE FOR MAILONLINE\n\nPUBLISHED: 11:14, 3 May 2022\n\n28 shares\n\n114\n\nView\n\ncomments',
    'Tuesday, May 3, 2022\n\nWhat you need to know:\n\nThe bridge has cracks.\n\nA ferry runs.\n\nBy Jane Doe',
    'BY JANE DOE\n\nON MAY 3, 2022 12:05 AM IN NEWS',
    'By: Express News Service\n\nMumbai | May 3, 2022 10:14 IST',
    'India | Press Trust of India | May 3, 2022 10:14 am IST',
    'PTI, May 3, 2022, 10:14 AM IST',
    'By Jane Doe\n\nMay 3, 2022\n\nEngineers found cracks in three arches',
    'By court reporter Jane Doe\n\nABC Radio Hobart\n\nTopic:Courts\n\nTue 3 May',
    'Jane Doe\n\n3 May, 2022 05:00 AM\n\n3 mins to read',
    'Jane Doe |20.02.2024 - Update : 21.02.2024\n\nANKARA',
  ])('the header %j is none of it', (header) => {
    expect(clean(`Bridge shut until the spring\n\n${header}\n\n${prose}\n\n${more}`).text).toBe(
      `${prose}\n\n${more}`,
    );
  });

  it.each(['What came next', 'It was cold.', 'Kampala is wet'])('%j stays', (line) => {
    expect(clean(`Bridge shut\n\nBy Jane Doe\n\n${line}\n\n${prose}`).text).toContain(line);
  });
});
