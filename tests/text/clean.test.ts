import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type CleanCopy, cleanCopy } from '../../src/text/clean.ts';

const clean = (raw: string): CleanCopy => cleanCopy(raw);
const readFixture = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

const prose =
  'The council said on Tuesday that the bridge would stay closed until the spring, when repairs begin.';
const more = 'Residents had asked for a ferry, which the council will pay for out of the budget for roads.';

describe('the seed article', () => {
  const raw = readFixture('../../data/samples/israel-palestinians-putin.txt');
  const copy = clean(raw);

  it('comes out word for word', () => {
    expect(copy.text).toBe(readFixture('./seed.clean.txt'));
    expect(copy.paragraphs).toHaveLength(18);
  });

  it('has its fields', () => {
    expect(copy).toMatchObject({
      header: { publishedAt: '2023-10-11' },
      credit: 'With inputs from agencies',
      agencies: ['Reuters', 'AFP'],
      problems: [],
    });
  });

  it('lists what was taken out, and nothing else', () => {
    const removed = copy.removed.map(({ reason, text }) => `${reason}: ${text}`);
    expect(new Set(removed)).toEqual(
      new Set([
        'date: date 2023-10-11',
        'template-tag: {{^adFree}} {{/adFree}}',
        'credit: (With inputs from agencies)',
      ]),
    );
    expect(removed).toHaveLength(8);
  });
});

describe('the body', () => {
  it.each([
    ['template tags', 'One{{^adFree}} {{/adFree}} two.{{x}}', 'One two.'],
    ['prose in a conditional pair', '{{#us}}He left in May.{{/us}}', 'He left in May.'],
    ['an advertisement in a pair', 'One. {{^adFree}}Advertisement{{/adFree}} Two.', 'One. Two.'],
    ['a tag split over lines', 'One. {{^adFree\n}}\n{{/adFree}}\n\nTwo.', 'One.\n\nTwo.'],
    ['a tag cut short', 'One. {{^adFree} Two.', 'One. Two.'],
    ['a tag without an end', 'One. {{unclosed\n\nTwo. {{> teaser', 'One.\n\nTwo.'],
    ['braces in prose', 'The set {{1, 2}, {3}} is {{ odd.', 'The set {{1, 2}, {3}} is {{ odd.'],
    ['statement tags', '{% if a %}One.{% endif %}', 'One.'],
    [
      'shortcodes',
      'One.\n\n[gallery ids="1,2"]\n\n[embed]https://example.com/a[/embed]\n\nTwo.',
      'One.\n\nTwo.',
    ],
    ['an editor’s brackets', 'He said [the minister] left [sic].', 'He said [the minister] left [sic].'],
    [
      'entities',
      'R&amp;D &#8220;up&#8221; &quot;5&nbsp;%&quot; &hellip; caf&eacute; &amp;quot;x&amp;quot;',
      'R&D “up” "5 %" … café "x"',
    ],
    ['entities of windows-1252', 'it&#146;s', 'it’s'],
    ['what is no entity', 'AT&T; R&D &c. &bogus; &#xzz;', 'AT&T; R&D &c. &bogus; &#xzz;'],
    ['stray tags', 'One <b>two</b>.<br><br>Three <a href="x">four</a>.', 'One two.\n\nThree four.'],
    ['blocks', '<p>One.</p><p>Two.</p>', 'One.\n\nTwo.'],
    ['comments and scripts', 'One.<!-- no <b> --><script>if (a < b) {}</script> Two.', 'One. Two.'],
    ['what is no tag', 'a < b, x <y, <desk@example.com>', 'a < b, x <y, <desk@example.com>'],
    ['invisible characters', '\ufeffco\u00adop\u200berate\u00a0now\u2028next', 'cooperate now\n\nnext'],
    ['CRLF', 'One.\r\n\r\nTwo.\rThree.', 'One.\n\nTwo.\n\nThree.'],
    ['blanks', '  One   two.\t\n\n\n\n Three. ', 'One two.\n\nThree.'],
    ['control characters', 'One\u0000 two\u0007.', 'One two.'],
    ['marks of windows-1252', '\u0093It\u0092s \u0091so\u0092 \u0096 or not\u0094', '“It’s ‘so’ – or not”'],
    ['UTF-8 read as windows-1252', 'â€œItâ€™s a cafÃ© â€” Â£5,â€ he said.', '“It’s a café — £5,” he said.'],
    ['a mark whose last byte is there', 'â€œNoâ€\u009d', '“No”'],
    ['letters before a closing mark', '«AMANHÃ», «LIBERTÉ», SÃO', '«AMANHÃ», «LIBERTÉ», SÃO'],
    ['half a surrogate pair', 'One \ud83d two 😀.', 'One \ufffd two 😀.'],
    ['mixed quotation marks', '“One" ‘two\' «three» "four’', '“One" ‘two\' «three» "four’'],
    ['a pointer behind a sentence', 'He left. READ MORE: What the treaty says', 'He left.'],
    ['a pointer in brackets', 'He left. (Also read: What the treaty says)', 'He left.'],
    ['nothing', '', ''],
    ['white space', ' \n\t\u00a0 ', ''],
    ['boilerplate alone', 'Advertisement', 'Advertisement'],
  ])('has no trouble with %s', (_, raw, text) => {
    expect(clean(raw).text).toBe(text);
  });

  it('joins hard-wrapped lines, and only those', () => {
    const wrapped =
      '   The council said on Tuesday that the bridge would stay closed until\nthe spring, when a team from the left-\nleaning city begins repairs.\n\n' +
      '   "We asked for a ferry," said Jane Roe, who lives on the far side of\nthe river.';
    expect(clean(wrapped).text).toBe(
      'The council said on Tuesday that the bridge would stay closed until the spring, when a team from the left-leaning city begins repairs.\n\n' +
        '"We asked for a ferry," said Jane Roe, who lives on the far side of the river.',
    );
    expect(clean('Q: Did you go?\nA: I did.\nQ: Why?').text).toBe('Q: Did you go?\n\nA: I did.\n\nQ: Why?');
  });
});

describe('what is no part of the story', () => {
  it.each([
    ['Advertisement', 'advertisement'],
    ['ADVERTISEMENT - SCROLL TO CONTINUE', 'advertisement'],
    ['Story continues below advertisement', 'advertisement'],
    ['Read more: What the treaty says', 'read-more'],
    ['Also Read | What the treaty says', 'read-more'],
    ['READ: What the treaty says', 'read-more'],
    ['Related articles', 'read-more'],
    ['Read the full report here.', 'read-more'],
    ['Sign up to our newsletter', 'boilerplate'],
    ['Sign up for the Daily Briefing newsletter, in your inbox each morning.', 'boilerplate'],
    ['Follow Jane Roe on Twitter @janeroe.', 'boilerplate'],
    ['Subscribe now', 'boilerplate'],
    ['Download our app for the latest news', 'boilerplate'],
    ['Share this article', 'boilerplate'],
    ['© 2023 Example News. All rights reserved.', 'boilerplate'],
    ['Share this: Facebook | X | WhatsApp', 'boilerplate'],
    ['Like this? Sign up for our newsletter.', 'boilerplate'],
    ['Watch the full video of the debate below:', 'read-more'],
    ['Read the rest of the story at Example News.', 'read-more'],
    ['FULL TEXT.', 'boilerplate'],
    ['* * *', 'boilerplate'],
    ['ENDS', 'boilerplate'],
    ['Enditem', 'boilerplate'],
    ['Share page', 'boilerplate'],
    ['Image source, Getty Images', 'boilerplate'],
    ['Get the best of our interviews every Friday. Sign up here.', 'boilerplate'],
    ['Share Save', 'boilerplate'],
    ['Continue reading the main story', 'boilerplate'],
    ['Jane Roe outside the hall Credit: SWNS', 'boilerplate'],
    ['JANE ROE FOR THE COURIER', 'boilerplate'],
    ['Comments (214)', 'boilerplate'],
    ['>> Follow on WhatsApp', 'boilerplate'],
    ['Write to: letters@example.org. We may edit.', 'boilerplate'],
    ['($1 = 4.09 reais)', 'boilerplate'],
    ['(Got news? Call Verna before 5 on Tuesday.)', 'boilerplate'],
    ['[fig: heatmap]', 'boilerplate'],
    ['Jane Roe at the gate in 2018 (Image: SWNS)', 'boilerplate'],
    ['Jane Roe waits for the ferry on Tuesday. (Jim Doe/CBC)', 'boilerplate'],
    ['[ The bridge: what happens next Opens in new window ]', 'read-more'],
    ['Lire aussi : Le pont, en direct', 'read-more'],
    ['Subscriber-only article. ADVERTISEMENT Article continues below', 'advertisement'],
    ['We use cookies to improve our services.', 'boilerplate'],
    ['By continuing to browse this site, you agree to our use of cookies.', 'boilerplate'],
    ['View this post on Instagram', 'boilerplate'],
    ['Our Standards: The Thomson Reuters Trust Principles.', 'boilerplate'],
  ])('%s', (line, reason) => {
    const copy = clean(`${prose}\n\n${line}\n\n${more}`);
    expect(copy.text).toBe(`${prose}\n\n${more}`);
    expect(copy.removed).toMatchObject([{ reason, text: line }]);
  });

  it.each([
    'Advertisement revenue fell by a third.',
    'Read more books, the minister told pupils.',
    '“Sign up to our newsletter,” the leaflet said.',
    'Related charges were dropped in May.',
    'We use cookies, she said, to bribe the guard.',
    'By continuing the strike, you agree with me, he told them.',
    'Support for the mayor fell.',
    'Posted in a village without a road, he learned to ride.',
    'Published accounts differ.',
    'Court reporter Jane Doe was in the room.',
    'Allow me, she said.',
    'Accept all of it, he said.',
    'Share prices fell.',
    'Watch out for falling rocks, police warned.',
    'Share this: it is the last loaf, she said.',
    'Watch the river below the bridge and you will see why, he said.',
    'More stories emerged of people who had fled.',
    'By Monday, Jane Roe had left.',
    'Reporting by Jane Roe led to the inquiry, “as everyone knows,” he said.',
    'Get our boys home, she told the crowd.',
    'What do you want? he asked, and nobody wrote to him.',
    'The price of bread (four loaves = one day) is what hurts, she said.',
    'He wrote the song (with Jane Roe).',
    'Follow the money on the way to Facebook, he said: "It pays."',
  ])('keeps prose: %s', (line) => {
    expect(clean(`${prose}\n\n${line}\n\n${more}`).text).toBe(`${prose}\n\n${line}\n\n${more}`);
  });
});

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
  ])('%j', (raw, header) => {
    const copy = clean(raw);
    expect(copy.header).toEqual(header);
    expect(copy.text).toBe(prose);
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

  it('goes on below a caption', () => {
    const caption = 'FILE PHOTO: The bridge in winter. REUTERS/Jim Roe';
    const copy = clean(`Bridge shut for the winter\n\n${caption}\n\nBy Jane Doe\n\nYORK (AP) — ${prose}`);
    expect(copy.text).toBe(prose);
    expect(copy.removed.map(({ text }) => text)).toContain(caption);
    expect(copy.header).toMatchObject({ byline: ['Jane Doe'], dateline: { place: 'YORK' } });
  });

  it('reports a date that does not exist, and takes no field from it', () => {
    for (const raw of [`date 2023-13-45 ${prose}`, `Date: 31 June 2023\n\n${prose}`]) {
      const copy = clean(raw);
      expect(copy.text).toBe(prose);
      expect(copy.header).toEqual({});
      expect(copy.problems.map(({ code }) => code)).toEqual(['invalid-date']);
    }
  });

  it('knows the headline of the format again', () => {
    const copy = cleanCopy(`Bridge closed, council says.\n\n${prose}`, {
      blocks: null,
      headline: 'Bridge closed, council says',
    });
    expect(copy.text).toBe(prose);
    expect(copy.header).toEqual({});
  });
});

describe('the credit', () => {
  it.each([
    ['(With inputs from agencies)', 'With inputs from agencies', []],
    ['With inputs from Reuters, AFP', 'With inputs from Reuters, AFP', ['Reuters', 'AFP']],
    ['(Reporting by Jane Roe; Editing by Jim Doe)', 'Reporting by Jane Roe; Editing by Jim Doe', []],
    ['— AFP', 'AFP', ['AFP']],
    ['AP/PTI', 'AP/PTI', ['AP', 'PTI']],
    ['PTI SKL RT', 'PTI SKL RT', ['PTI']],
    ['Keystone-SDA/jdp', 'Keystone-SDA/jdp', ['Keystone-SDA']],
    ['Source: Reuters', 'Source: Reuters', ['Reuters']],
    ['Jane Roe contributed to this report.', 'Jane Roe contributed to this report.', []],
    ['Contributing: Jane Roe', 'Contributing: Jane Roe', []],
    [
      'Additional reporting by Jane Roe\n\n(AFP)\n\nAdvertisement',
      'Additional reporting by Jane Roe; AFP',
      ['AFP'],
    ],
  ])('below the story: %j', (line, credit, agencies) => {
    expect(clean(`${prose}\n\n${line}`)).toMatchObject({ text: prose, credit, agencies });
  });

  it.each([
    ['(Reporting by Jane Roe)', 'Reporting by Jane Roe'],
    ['— AFP', 'AFP'],
    ['-- Reuters', 'Reuters'],
  ])('behind its last words: %s', (line, credit) => {
    expect(clean(`${prose} ${line}`)).toMatchObject({ text: prose, credit });
  });

  it('finds the agencies that the body builds on', () => {
    const told = 'The bridge is closed, the mayor told the Associated Press. It is old, Reuters reported.';
    expect(clean(told).agencies).toEqual(['AP', 'Reuters']);
    expect(clean('Reuters was fined. Bloomberg ran for mayor.').agencies).toEqual([]);
  });
});

describe('roles that the format states', () => {
  it('keeps the blocks alone', () => {
    const raw = '<nav>Menu</nav><h2>What next</h2><p>It &amp;\nhe left.</p><aside>Ad</aside><p>End.</p>';
    const blockOf = (words: string, role: 'subhead' | 'body') => {
      const rawStart = raw.indexOf(words);
      return { role, rawStart, rawEnd: rawStart + words.length };
    };
    const blocks = [
      blockOf('What next', 'subhead'),
      blockOf('It &amp;\nhe left.', 'body'),
      blockOf('End.', 'body'),
    ];
    const copy = cleanCopy(raw, { blocks, headline: 'Other' });
    expect(copy.text).toBe('What next\n\nIt & he left.\n\nEnd.');
    expect(copy.paragraphs.map(({ role }) => role)).toEqual(['subhead', 'lede', 'body']);
    expect(copy.removed.map(({ reason }) => reason)).toEqual([
      'markup',
      'markup',
      'html-entity',
      'markup',
      'markup',
    ]);
  });

  it('reads them off stray tags and captions', () => {
    const raw = `<p>${prose}</p><h3>What next?</h3><ul><li>One</li></ul><blockquote>Two</blockquote>[caption id="a"]<img src="a.jpg"> A view[/caption]`;
    expect(clean(raw).paragraphs.map(({ role }) => role)).toEqual([
      'lede',
      'subhead',
      'list-item',
      'blockquote',
      'caption',
    ]);
  });
});

it('takes out what desks tell each other', () => {
  const notes =
    '# Notebook\n\n## Note to editors\n\n- adds a name\n\n* * *\nThe following information is not for publication\n\nabc def';
  expect(clean(`${prose}\n\n${notes}`)).toMatchObject({ text: prose, credit: null });
});

it('reports template tags without a partner', () => {
  for (const raw of [`${prose} {{^adFree}}`, `{{/adFree}} ${prose}`]) {
    expect(clean(raw)).toMatchObject({ text: prose, problems: [{ code: 'unbalanced-template-tag' }] });
  }
});

describe('lists of other stories', () => {
  it.each([
    ['Related:', ['- Ferry to cost more', '- Who pays for the river?']],
    ['READ ALSO', ['Council may pay for a ferry after all']],
    ['Read also:', ['A ferry at last']],
  ])('go with their label: %s', (label, titles) => {
    const copy = clean([prose, label, ...titles, more].join('\n\n'));
    expect(copy.text).toBe(`${prose}\n\n${more}`);
    expect(copy.removed.map(({ reason }) => reason)).toEqual([label, ...titles].map(() => 'read-more'));
  });

  it.each([
    'What happens next',
    'He left.',
    'Jane Roe: I left the town and the bridge.',
    '• It is safe; and',
  ])('end before what may be the story: %s', (line) => {
    expect(clean([prose, 'Related', line, more].join('\n\n')).text).toBe([prose, line, more].join('\n\n'));
  });
});

it('credits above the note of a correction', () => {
  const note = 'This article was amended on 9 May 2024 to correct a name.';
  const copy = clean(`${prose}\n\nAdditional reporting by Jane Roe\n\n${note}`);
  expect(copy).toMatchObject({ text: `${prose}\n\n${note}`, credit: 'Additional reporting by Jane Roe' });
  expect(copy.paragraphs.map(({ role }) => role)).toEqual(['lede', 'endnote']);
});

it('lists a mark that came as a control character, and no problem', () => {
  expect(clean('\u0093No\u0094')).toMatchObject({
    text: '“No”',
    removed: [{ reason: 'replaced-character' }, { reason: 'replaced-character' }],
    problems: [],
  });
});

it('takes out a caption with the credit in capitals below it', () => {
  const copy = clean(`${prose}\n\nJane Roe with a cheese of 2019\nJIM DOE FOR THE COURIER\n\n${more}`);
  expect(copy.text).toBe(`${prose}\n\n${more}`);
});

describe('the foot', () => {
  const body = `Bridge shut until the spring\nBy Jane Doe\n\n${prose}\n\n${more}`;

  it.each([
    'Tags\nferry   bridge',
    'Share this article  Comments\nYou might also like',
    'Jane Doe is a columnist for The Courier\nComments (2)',
    'Get our local newsletter, delivered free each Tuesday\nYour data is handled in accordance with our privacy statement.',
    '- ENDS -\n\nNotes to Editors\n\n1. The council has 40 members.\n2. Press office: 0151 496 0000',
    'The Example website contains only a part of the news offered to subscribers. Please contact us for subscription.\nTags: bridge',
  ])('goes: %j', (foot) => {
    const copy = clean(`${body}\n\n${foot}`);
    expect(copy.text).toBe(`${prose}\n\n${more}`);
  });

  it.each([
    'Inga Rud\nHexham',
    '“It is in the drawer.” — Jane Roe, Amble',
    'Advertisement\n\n“What is it?” — Jane Roe',
    'Advertisement\nHe left. That was all',
  ])('keeps what may be the story: %j', (foot) => {
    const words = foot.replace(/^Advertisement\n+/, '').replace('\n', '\n\n');
    expect(clean(`${body}\n\n${foot}`).text).toBe(`${prose}\n\n${more}\n\n${words}`);
  });
});
