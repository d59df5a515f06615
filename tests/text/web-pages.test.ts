import { describe, expect, it } from 'vitest';
import type { ArticleMetadata } from '../../src/domain/article.ts';
import { cleanCopy } from '../../src/text/clean.ts';

interface Page {
  readonly name: string;
  /** In `>` stands what is no part of the story; a line is a paragraph. */
  readonly copy: string;
  readonly header: Partial<Pick<ArticleMetadata, 'headline' | 'byline' | 'dateline' | 'publishedAt'>>;
  readonly credit: string | null;
  readonly agencies: readonly string[];
  /** Where these words stand in a line of the story, they go, and the rest of the line stays. */
  readonly cuts?: readonly string[];
}

const pages: readonly Page[] = [
  {
    name: 'WordPress',
    copy: `
> Skip to content
> Council Votes to Keep the Old Ferry Running
> Posted on May 4, 2022 by Dora Finch
The town council voted on Tuesday to keep the old ferry running for another two years.
> Advertisement
“It leaks, but it floats,” said Councillor Ned Harrow, who has crossed on it since he was six.
> Related:
> - Bridge repairs delayed again
> - Who pays for the river?
Related costs will be met out of the budget for roads, he added.
A second vote is due in June.
> Share this:
> Click to share on Twitter (Opens in new window)
> Click to share on Facebook (Opens in new window)
> Like this:
> Like Loading...
> Posted in News | Tagged council, ferry | Leave a comment`,
    header: {
      headline: 'Council Votes to Keep the Old Ferry Running',
      byline: ['Dora Finch'],
      publishedAt: '2022-05-04',
    },
    credit: null,
    agencies: [],
  },
  {
    name: 'AP',
    copy: `
> Storm knocks out power to thousands along the lake
> By DORA FINCH and NED HARROW
> Associated Press
> TRAVERSE CITY, Mich. (AP) — A storm knocked out power to thousands of homes along the lake on Sunday, officials said.
“We lost the roof and kept the dog,” said Ida Pell, 61, standing in what was her kitchen.
> Ida Pell stands in her kitchen on Sunday, May 5, 2024, in Traverse City, Mich. (AP Photo/Jane Doe)
> (AP Photo/Jane Doe)
Crews from three states were on their way, the utility said.
> ___
> Associated Press writer Jim Roe in Chicago contributed to this report.
> ___
> Follow AP's coverage of storms at https://apnews.com/hub/storms
> Copyright 2024 The Associated Press. All rights reserved. This material may not be published, broadcast, rewritten or redistributed.`,
    header: {
      headline: 'Storm knocks out power to thousands along the lake',
      byline: ['Dora Finch', 'Ned Harrow'],
      dateline: { place: 'TRAVERSE CITY, Mich.', date: null, agency: 'AP' },
    },
    credit: 'Associated Press writer Jim Roe in Chicago contributed to this report.',
    agencies: ['AP'],
    cuts: ['TRAVERSE CITY, Mich. (AP) — '],
  },
  {
    name: 'Reuters',
    copy: `
> Nickel producers agree to cut output for a third year
> By Dora Finch
> May 6 (Reuters) - Nickel producers agreed on Monday to cut output for a third year, their association said.
Prices rose 4% to $19,200 a tonne.
“Nobody likes to close a mine,” said Ned Harrow, an analyst at Pell & Sons.
> Sign up here.
> Reporting by Dora Finch in London; Additional reporting by Jim Roe; Editing by Ida Pell
> Our Standards: The Thomson Reuters Trust Principles.`,
    header: {
      headline: 'Nickel producers agree to cut output for a third year',
      byline: ['Dora Finch'],
      dateline: { place: null, date: 'May 6', agency: 'Reuters' },
    },
    credit: 'Reporting by Dora Finch in London; Additional reporting by Jim Roe; Editing by Ida Pell',
    agencies: ['Reuters'],
    cuts: ['May 6 (Reuters) - '],
  },
  {
    name: 'AFP',
    copy: `
> Ferrymen strike in river port
> Brazzaville, May 6, 2024 (AFP) - Ferrymen in the river port of Brazzaville began a strike on Monday over the price of fuel.
“We burn what we earn,” one of them told AFP, requesting anonymity.
The ministry called the strike “illegal”.
> bur-df/nh/jr
> © Agence France-Presse`,
    header: {
      headline: 'Ferrymen strike in river port',
      dateline: { place: 'Brazzaville', date: 'May 6, 2024', agency: 'AFP' },
      publishedAt: '2024-05-06',
    },
    credit: null,
    agencies: ['AFP'],
    cuts: ['Brazzaville, May 6, 2024 (AFP) - '],
  },
  {
    name: 'PTI',
    copy: `
> Three held for theft of temple bells
> Lucknow, May 6 (PTI) Three men were held here on Monday for the theft of eleven temple bells, police said.
“The bells were found in a well,” Superintendent of Police Dev Rao said.
ALSO a matter of concern, he said, was the sale of such bells abroad.
> ALSO READ | Who buys stolen bells?
A case has been registered, he said. PTI SKL RT
> (This story has not been edited by our staff and is published from a syndicated feed.)`,
    header: {
      headline: 'Three held for theft of temple bells',
      dateline: { place: 'Lucknow', date: 'May 6', agency: 'PTI' },
    },
    credit:
      'PTI SKL RT; This story has not been edited by our staff and is published from a syndicated feed.',
    agencies: ['PTI'],
    cuts: ['Lucknow, May 6 (PTI) ', ' PTI SKL RT'],
  },
  {
    name: 'TASS',
    copy: `
> Icebreaker reaches Arctic port ahead of schedule
> MOSCOW, May 6. /TASS/. An icebreaker reached the Arctic port of Dikson two days ahead of schedule, its owner told TASS.
“The ice was thin,” the captain said.
The ship is to return in June.`,
    header: {
      headline: 'Icebreaker reaches Arctic port ahead of schedule',
      dateline: { place: 'MOSCOW', date: 'May 6', agency: 'TASS' },
    },
    credit: null,
    agencies: ['TASS'],
    cuts: ['MOSCOW, May 6. /TASS/. '],
  },
  {
    name: 'the BBC, copied off the page',
    copy: `
> Library saved after readers refuse to leave
> Published
> 3 hours ago
> Share page
> About sharing
> Image source, Getty Images
> Image caption, Readers spent the night between the shelves
> By Dora Finch
> BBC News, East of England
A library that was to close on Friday will stay open after its readers refused to leave.
“I had two chapters to go,” said Ida Pell, 61.
> Skip twitter post by Ned Harrow
“Best night of my life,” wrote Ned Harrow, the librarian.
> End of twitter post by Ned Harrow
> Allow Twitter content?
Published accounts show that the library costs £40,000 a year.
> More on this story
> Village library wins a reprieve
> Ten libraries that never closed
> Related Topics
> Libraries
> Norwich`,
    header: { headline: 'Library saved after readers refuse to leave', byline: ['Dora Finch'] },
    credit: null,
    agencies: [],
  },
  {
    name: 'a page with notices of cookies',
    copy: `
> We use cookies to improve your experience. By clicking Accept you agree to our use of them.
> Accept all cookies
> Manage preferences
> Residents ‘begged for years’ for a crossing
> Dora Finch West of England correspondent
> Wed 8 May 2024 17.42 BST
Residents who lost a neighbour on Monday had “begged for years” for a crossing, they said.
> ADVERTISEMENT
We use cookies as bait, a trapper among them said, and nobody laughed.
The council said it would look at the road.
> Additional reporting by Jim Roe
• This article was amended on 9 May 2024 to correct the name of the road.`,
    header: {
      headline: 'Residents ‘begged for years’ for a crossing',
      byline: ['Dora Finch'],
      publishedAt: '2024-05-08T16:42:00Z',
    },
    credit: 'Additional reporting by Jim Roe',
    agencies: [],
  },
  {
    name: 'a page with posts and pointers',
    copy: `
> Minister quits over goat
> By Our Correspondent
> Published 2 days ago
The minister for livestock quit on Monday over a goat that was not his.
> READ ALSO: Goat prices rise before the feast
“I returned the goat,” he wrote on X.
I returned the goat. All of it. — Ned Harrow (@nedharrow) May 6, 2024
> READ ALSO
> Five ministers who left over livestock this year
The goat could not be reached for comment.
> Copyright 2024 Example News. Permission to use quotations from this article is granted subject to credit.`,
    header: { headline: 'Minister quits over goat' },
    credit: null,
    agencies: [],
  },
  {
    name: 'a page of Reuters with what stands around it',
    copy: `
> LONDON, May 6 (Reuters) - Banks will be told to hold more capital, two sources said on Monday.
“It is time,” one of them said.
> Advertisement · Scroll to continue
The regulator declined to comment.
> ($1 = 0.80 pounds)
> Reporting by Dora Finch and Ned Harrow; Editing by Jim Roe
> Our Standards: The Thomson Reuters Trust Principles., opens new tab
> Suggested Topics:
> Finance
> Europe`,
    header: { dateline: { place: 'LONDON', date: 'May 6', agency: 'Reuters' } },
    credit: 'Reporting by Dora Finch and Ned Harrow; Editing by Jim Roe',
    agencies: ['Reuters'],
    cuts: ['LONDON, May 6 (Reuters) - '],
  },
  {
    name: 'a local page with its menu',
    copy: `
> Home
> News
> Local
> Mayor resigns over unpaid parking tickets
> 4 hours ago
> Ida Bellweather
> Political reporter, BBC Wales
> @ibellweather
Mayor Hugh Pritchard has resigned after it emerged that he had not paid 112 parking tickets.
“I have let this town down,” he said.
What the council said
A spokesperson said: “We have accepted his resignation.”
> Follow BBC Wales on Facebook, X and Instagram.`,
    header: { headline: 'Mayor resigns over unpaid parking tickets', byline: ['Ida Bellweather'] },
    credit: null,
    agencies: [],
  },
  {
    name: 'a radio station',
    copy: `
> A well runs dry. The town drinks on
> May 6, 2024 5:00 AM ET
> Heard on Morning Edition
> 4-Minute Listen
> Dora Finch
On most mornings, Ida Pell carries two buckets to a truck that waits at the crossroads.
She says the truck comes when it likes.
> Sponsored content
"We drink what the truck brings," says Pell.
Heard on the street, it sounds like rain.`,
    header: {
      headline: 'A well runs dry. The town drinks on',
      byline: ['Dora Finch'],
      publishedAt: '2024-05-06',
    },
    credit: null,
    agencies: [],
  },
];

describe('pages and wires as they come', () => {
  it.each(pages)('keeps the story of $name whole, and nothing else', (page) => {
    const lines = page.copy.trim().split('\n');
    const cuts = page.cuts ?? [];
    const isStory = (line: string) =>
      !line.startsWith('> ') || cuts.some((cut) => line.startsWith(`> ${cut}`));
    const unmark = (line: string) => line.replace(/^> /, '');
    const story = lines
      .filter(isStory)
      .map((line) => cuts.reduce((rest, cut) => rest.replace(cut, ''), unmark(line)));

    const copy = cleanCopy(lines.map(unmark).join('\n\n'));

    expect(copy.text.split('\n\n')).toEqual(story);
    const { header, credit, agencies } = copy;
    expect({ header, credit, agencies }).toEqual({
      header: page.header,
      credit: page.credit,
      agencies: page.agencies,
    });
    const removed = copy.removed.map(({ text }) => text);
    for (const line of lines.filter((each) => !isStory(each)))
      expect(removed.join('\n')).toContain(unmark(line));
    expect(copy.problems).toEqual([]);
  });
});

describe('what outlets print above and below a story', () => {
  const story = 'The council met on Monday and voted to close the bridge until the spring, officials said.';
  const header = (...lines: string[]) => cleanCopy([...lines, '', story].join('\n'));
  const footer = (...lines: string[]) => cleanCopy([story, '', ...lines].join('\n'));

  it.each([
    [
      'a date with the zone in words',
      'October 26, 2023 06:30 AM Eastern Daylight Time',
      '2023-10-26T10:30:00Z',
    ],
    ['a zone as an offset', 'March 13, 2023 09:14 GMT+700', '2023-03-13T02:14:00Z'],
    ['a date and the time that reading takes', 'November 18, 2024 3:12 PM  2 min read', '2024-11-18'],
    ['a date and its age', '24-Jul-2023 • 2 hrs ago', '2023-07-24'],
    ['a section with the date', 'General News of Friday, 13 September 2024', '2024-09-13'],
    ['the agency and the day of the last change', 'PTI | Updated: December 20, 2023 18:42 IST', '2023-12-20'],
    [
      'a time with an h, and an update',
      'Published on 14 November 2016 at 06h45 - Updated on 14 November 2016 at 11h10',
      '2016-11-14',
    ],
    ['a day, a dash and a time', 'Thu Oct 17 2019 - 18:31', '2019-10-17'],
    ['the magazine and a date', 'Sunday Magazine, 24 June 2018', '2018-06-24'],
    ['the source and a date', 'Source: Xinhua Editor: huaxia 2024-10-10 21:37:15', '2024-10-10'],
  ])('%s', (_, line, publishedAt) => {
    expect(header('Council shuts the bridge until the spring', line)).toMatchObject({
      text: story,
      header: { headline: 'Council shuts the bridge until the spring', publishedAt },
    });
  });

  it.each([
    ['Hanneke Verbruggen and Carlos Iturbe, with Reuters and AFP', ['Hanneke Verbruggen', 'Carlos Iturbe']],
    [
      'By Noa Feldstein   Follow You will receive email alerts from this author   10 June 2025, 11:52 pm',
      ['Noa Feldstein'],
    ],
    ['By MIEKE VAN DER LAAN', ['Mieke van der Laan']],
    [
      'Meenakshi Rao and Utkarsh A. Trivedi | New Delhi | February 15, 2024',
      ['Meenakshi Rao', 'Utkarsh A. Trivedi'],
    ],
    ['Tamsin Green (now) and Asif Choudhury (earlier)', ['Tamsin Green', 'Asif Choudhury']],
    ['writer: Apinya Sattayarak', ['Apinya Sattayarak']],
    ['*Words: Imogen Achterberg*', ['Imogen Achterberg']],
  ])('the byline "%s"', (line, byline) => {
    expect(header('Council shuts the bridge until the spring', line, '04/10/2024')).toMatchObject({
      text: story,
      header: { byline },
    });
  });

  it.each([
    [
      'SANTIAGO, Chile & TORONTO--(BUSINESS WIRE)--',
      { place: 'SANTIAGO, Chile & TORONTO', agency: 'Business Wire' },
    ],
    ['Beirut, Lebanon – ', { place: 'Beirut, Lebanon', agency: null }],
    ['Dubai: ', { place: 'Dubai', agency: null }],
    ['BAKU, October 9. ', { place: 'BAKU', date: 'October 9' }],
    ['WASHINGTON (Aug. 13) -- ', { place: 'WASHINGTON', date: 'Aug. 13' }],
    ['VENICE, Italy (AP) " ', { place: 'VENICE, Italy', agency: 'AP' }],
  ])('the dateline "%s"', (dateline, expected) => {
    const copy = `Council shuts the bridge until the spring\nBy Jane Doe\n\n${dateline}${story}`;
    expect(cleanCopy(copy)).toMatchObject({ text: story, header: { dateline: expected } });
  });

  it('a speaker’s label is no dateline', () => {
    expect(cleanCopy(`Dubai: ${story}`).text).toBe(`Dubai: ${story}`);
  });

  it.each([
    'KPE/NOQ',
    'Ada Roe in Frankfurt, Germany, and Ned Harrow in Paris contributed.',
    'CNNMoney (New York) First published May 3, 2019: 9:04 AM ET',
    'rc/wd (Reuters, dpa)',
    '((jane.doe@example.org;))',
    'Contact reporter Jane Doe at 555-0119. Like us on Facebook.',
    'Send your news stories to us via WhatsApp',
    'Published in Dawn, June 11th, 2024',
    'Do you have a story for our desk? Call 0207 946 0999',
    'Kindly share this story:',
    'AB PHOTO: KELVIN CHUA',
    'Is The Example important to you? Join our community',
    'Support our journalism of integrity. Donate',
    'Help us keep our newsroom free',
    'Become a member and keep our journalism going',
    '■',
  ])('below it: "%s"', (line) => {
    expect(footer(line).text).toBe(story);
  });

  it('support that somebody has is no request for any', () => {
    const prose = 'Support for the community centre has grown since March, the council said.';
    expect(footer(prose).text).toBe(`${story}\n\n${prose}`);
  });

  it('a call in capitals above the headline', () => {
    const copy = header('SOAP SHOCK', 'Star quits after a row', 'Ellie Crabtree, TV Reporter', '3 May 2023');
    expect(copy).toMatchObject({ text: story, header: { headline: 'Star quits after a row' } });
  });

  it('a day without a year says no date, and goes', () => {
    const copy = header('Council shuts the bridge until the spring', 'Friday 24 January');
    expect(copy.text).toBe(story);
    expect(copy.header.publishedAt).toBeUndefined();
  });

  it('marks of Markdown go, and other asterisks stay', () => {
    expect(cleanCopy('**Ferris:** I moved it *back*. 2 * 3 is six*, they sh**ted, * and so on.').text).toBe(
      'Ferris: I moved it back. 2 * 3 is six*, they sh**ted, * and so on.',
    );
  });

  it('addresses below a release', () => {
    expect(footer('Contacts', 'Investors: Paula Errázuriz, +56 2 2555 0100').text).toBe(story);
  });

  it('who wrote it, below it', () => {
    const copy = footer('Reporter: Bayu Kurniawan', 'Editor: Rahmad Siregar');
    expect(copy).toMatchObject({ text: story, header: { byline: ['Bayu Kurniawan'] } });
  });
});
