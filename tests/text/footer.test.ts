import { describe, expect, it } from 'vitest';
import { clean, more, prose } from './copy.ts';

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
    ['--With assistance from Jane Roe and Jim Doe.', 'With assistance from Jane Roe and Jim Doe.', []],
    ['Reuters, with files from AFP', 'Reuters, with files from AFP', ['Reuters', 'AFP']],
    ['Contributing: Jane Roe', 'Contributing: Jane Roe', []],
    ['Provided by University of Aveiro', 'Provided by University of Aveiro', []],
    ['Translation: Jane Roe - Edition: Jim Doe', 'Translation: Jane Roe - Edition: Jim Doe', []],
    [
      'This report by The Canadian Press was first published April 22, 2025.',
      'This report by The Canadian Press was first published April 22, 2025.',
      ['The Canadian Press'],
    ],
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
    ['INQ', 'INQ'],
    ['-- Reuters', 'Reuters'],
    ['—WITH A REPORT FROM JANE ROE', 'WITH A REPORT FROM JANE ROE'],
    ['The Daily’s Jane Roe contributed to this report.', 'The Daily’s Jane Roe contributed to this report.'],
  ])('behind its last words: %s', (line, credit) => {
    expect(clean(`${prose} ${line}`)).toMatchObject({ text: prose, credit });
  });

  it('leaves out who wrote it, told below the story, but nobody whom the story names', () => {
    const portrait = 'Joan Webb is a staff writer covering bridges. She lives in York.';
    expect(clean(`${prose}\n\n${portrait}`).text).toBe(prose);
    const named = `Ms Webb was on it.\n\n${portrait}`;
    expect(clean(`${prose}\n\n${named}`).text).toBe(`${prose}\n\n${named}`);
  });

  it('finds the agencies that the body builds on', () => {
    const told = 'The bridge is closed, the mayor told the Associated Press. It is old, Reuters reported.';
    expect(clean(told).agencies).toEqual(['AP', 'Reuters']);
    expect(clean('Reuters was fined. Bloomberg ran for mayor.').agencies).toEqual([]);
  });
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

it('leaves out what a firm says of itself, and its caution', () => {
  const portrait = 'About Acme\nAcme builds bridges that last. For more, visit acme.example.';
  const caution = 'Forward-Looking Statements\nWords such as “expects” and “will” identify such statements.';
  expect(clean(`${prose}\n\n${more}\n\n${portrait}\n\n${caution}`).text).toBe(`${prose}\n\n${more}`);
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

describe('a line inside the story', () => {
  it.each([
    'Image caption,\nThe bridge was open in May, and it was crossed by thousands of cars a day.',
    'FEATURED STORIES\nNEWSINFO\nFerry may cost more\nLOOK: The bridge at dawn',
    'Example Event\nJoin 10,000 founders in San Francisco, October 28-30. REGISTER NOW',
    'A resident rides past the monument on Thursday. (Antara/J.W. Doe)',
    'The kitchen of the Roes, pictured at midday. Right: the hedge from the road',
    'Video Player is loading.\n\nCurrent Time 0:00\n\nLoaded: 0%\n\nStream Type LIVE\n\nRemaining Time -0:00\n\nPlayback Rate',
    'This is a modal window.\n\nBeginning of dialog window. Escape will cancel and close the window.',
    'Slideshow (3 images)',
    'Scroll down for video',
    'Share Tweet Pin Email',
    'Up next',
    'Be the first to comment',
    'Sorry, there seem to be some issues. Please try again later.',
    'We use your sign-up to provide content in ways you have consented to.',
    'Thank you for signing up!',
    'Add Example as a preferred source on Google',
    'Powered by Dow Jones',
    'For more stories like this one, visit example.com',
    'Check out our latest podcast.',
    'A version of this story first appeared in the Courier.',
    'The bridge at dawn on Monday.Credit: Ada Roe/Xinhua/ZUMA',
    'Walkers leave the bridge on Thursday.Ada Roe / AFP - Getty Images',
    'Walkers leave the bridge on Friday. Ada Roe / Getty Images',
    'Walkers leave the bridge. Ada Roe/Anadolu via Getty Images hide caption',
    'Walkers leave the bridge. Ada Roe/AP hide caption',
    'US Navy / Getty Images',
    'Ada Roe via Getty Images',
    'Ada Roe/Icon SMI Ned Harrow denies that he took money for the bridge.',
    'Ada Roe/Getty ImagesShould the bridge have been closed a year ago?',
    'Media captionDrone pictures show the bridge',
    'Image caption About 40 cars crossed on Thursday',
    'Header Image: People have lived by the bridge for years. Credit: Ada Roe/CIFOR (CC BY 2.0)',
    'From left; Ada Roe and Ned Harrow lead a cheer for the bridge on Friday, Nov. 3, 2023.',
    'Clockwise from top left: Ada Roe, Ned Harrow and the bridge.',
    'Ada Roe spent a month by the bridge in May. (Courtesy of Ada Roe)',
    'Ada Roe lives by the bridge. Photo courtesy of Ada Roe',
    "WATCH ABOVE: Roe calls it a 'waste of paint' to do the bridge",
    'WATCH Mayor Apologizes to Drivers for Bridge',
    'JUST WATCHED\n\nHow well do you know the bridge?\n\nReplay\n\nMUST WATCH',
    '1:26 “In this to stay:” Roe, Harrow sign papers\n\n“In this to stay:” Roe, Harrow sign papers',
    'Try Example Plus for FREE by clicking here for no ads, hard crosswords and brilliant new maps.',
    'Powered by Example.com',
    'Source: PM | Duration: 3min 13sec',
    'Submit your letter to the editor via this form. Read more Letters to the Editor.',
    'Are you stuck at the bridge? Please share your photos and stories at Example.',
    '>>> Ferry may cost more',
    'Map: The bridge and the ferry',
    'Pictured: The bridge in May',
    'A general view of the bridge. File photo',
    'Ada Roe/NPR',
    'VIDEO',
    'Sponsored by Hull Bank',
    'Story continues',
    'Report this ad',
    'MORE: Ferry may cost more',
    '[Read: Ferry may cost more]',
    '» Ferry may cost more',
    'You may also be interested in:',
    'Play video',
    'Skip to end of carousel',
    'Slide 1 of 3',
    'Your browser does not support the video tag.',
    'Enter your email to sign up for the newsletter',
    'The bridge in winter. Photo / Jim Roe',
    'The bridge in winter. — Photo by Jim Roe',
    'The bridge in winter. [Jim Roe/Al Jazeera]',
    'The bridge in winter. CREDIT:JIM ROE',
    'The bridge in winter. (PTI Photo)',
    'The bridge in winter. —CONTRIBUTED PHOTO',
    'The bridge in winter. — APP/File',
    'The bridge in winter. [Jim Roe, Standard]',
    'The bridge in winter. REUTERS/Jim Roe/File Photo Purchase Licensing Rights',
    'Key points:\nThe bridge was shut in May\nA ferry runs every hour',
    'Subscribe to Example Premium for only R80 a month',
    'Follow Norfolk news on BBC Sounds, Facebook, Instagram and X.',
    'Example News is now on WhatsApp',
    'Get all the latest news from around the country',
    'The information contained in this website is for general information purposes only.',
  ])('goes where it stands inside a story: %j', (words) => {
    expect(clean(`${prose}\n\n${words}\n\n${more}`).text).toBe(`${prose}\n\n${more}`);
  });

  it.each([
    'Video: I saw it, he said.',
    'She was pictured at the gate on Thursday.',
    'MORE: I never said that the bridge was safe.',
    '»Wir gehen«, sagte er.',
    'The picture was drawn by the mayor. Photographs by others were not shown.',
    'The poll was held in May. (Labour/Jane Doe Group)',
    'Join the queue early. It is long.',
    '12:45',
    'Thank you for reading the letter, he told them.',
    'WATCH your step, the sign says.',
    '1:26 was the time at which the bridge fell.',
    'Share your bread, the priest told them.',
    'From left to right the bridge leans by two degrees.',
    'Image captions were stolen from the museum.',
    'The bridge was built with money from Getty Images.',
  ])('stays where it stands inside a story: %j', (words) => {
    expect(clean(`${prose}\n\n${words}\n\n${more}`).text).toBe(`${prose}\n\n${words}\n\n${more}`);
  });

  it('the address of a post goes from behind it', () => {
    const post = '“We shall cross,” the mayor wrote on X. The post has been read often.';
    expect(clean(`${prose}\n\n${post} https://t.example/9fKx2\n\n${more}`).text).toBe(
      `${prose}\n\n${post}\n\n${more}`,
    );
    expect(clean(`${more}\n\n${prose} See https://t.example/9fKx2\n\n${more}`).text).toContain('See https:');
  });
});

describe('the foot', () => {
  const body = `Bridge shut until the spring\nBy Jane Doe\n\n${prose}\n\n${more}`;

  it.each([
    'Tags\nferry   bridge',
    'Topics\nferry, bridge\nView Bio',
    'Comments are closed.',
    'Your email address will not be published. Required fields are marked *',
    'About the Author\nJane Doe is a reporter.',
    'Jane Doe can be reached at jane@example.org or 555-1234.',
    'Previous article\nFerry may cost more\nNext article\nWho pays for roads',
    'This story was originally published by The Courier.',
    'Provided by Example Media Inc. (example.org).',
    'Acquire Licensing Rights\n@janedoe',
    '(Except for the headline, this story has not been edited by our staff and is published from a syndicated feed.)',
    '(You can now subscribe to our WhatsApp channel)',
    'More to follow...',
    'This is a developing story. Check back for updates.',
    'For more information, visit courier.example',
    'Thank you for reading.',
    'The writer is a bridge engineer. The views expressed are personal.',
    'Information from AP was used in this story.',
    'Ada Roe, aroe@courier.example',
    'Reach Ada Roe at 555-0100.',
    'Media contact: Ada Roe, press@hull.example',
    'ABC/Reuters',
    'Staff Reporter',
    '— Jane Doe',
    'JANE DOE',
    'Jane Doe in Hull',
    'JD',
    'As told to Ada Roe',
    'Disclaimer: This story has not been edited.',
    '$1 = 0.92 euros',
    'More from Hull',
    '[ENDS]',
    '(dal/rnd)',
    'gsg',
    'AAP RTV kf/jw\n-ENDS-',
    'About Roe Bridges\nRoe Bridges builds in 14 countries.\n\nForward-Looking Statements\nThis release looks ahead.\n\nSOURCE Roe Bridges, Inc.\n\n# # #',
    'Share this article  Comments\nYou might also like',
    'Jane Doe is a columnist for The Courier\nComments (2)',
    'Get our local newsletter, delivered free each Tuesday\nYour data is handled in accordance with our privacy statement.',
    '- ENDS -\n\nNotes to Editors\n\n1. The council has 40 members.\n2. Press office: 0151 496 0000',
    'The Example website contains only a part of the news offered to subscribers. Please contact us for subscription.\nTags: bridge',
    'You can find this story in My Bookmarks.',
    'Thanks for signing up!\n\nWatch for us in your inbox.',
    'For feedback, complaints, or inquiries, contact us.',
    "Don't miss out on the latest news and information.",
    'You can unsubscribe at any time. For more information please read our privacy policy.',
    'Comments for this thread are now closed.',
    'Suggest a Correction',
    'Stay with News Center 7 for the latest on this story.',
    'Channel 9 will continue to follow this story and bring you updates as they become available.',
    'PREVIOUS STORY: Ferry may cost more',
    'The video above is from a previous report.',
    'Photo courtesy of Hull Police',
    'Mobile users, click here to watch the video.',
    'Ada Roe, The Canadian Press',
    '(This is an unedited and auto-generated story from a news feed, our staff may not have modified the content)',
    'This article is republished from The Conversation under a licence. Read the original article.',
    'Published by: Ada Roe',
    'Catch all the latest news and live updates on The Example News.',
    'Related Tags',
    'More On: hull ferry',
    'In this article: Hull',
    '#Hull #Ferry',
    'The Example Group is a multi-media organization with investments in print and radio.',
    'NOW READ: Ferry may cost more',
    '— Example.com',
    'How does this story make you feel?',
    'About Us',
    'Home | News | Sport | Weather',
    'If you or someone you know needs help, call Lifeline on 13 11 14.',
    'Details of help and support are available at BBC Action Line.',
    'Logo - https://pictures.example/media/1234/logo.jpg',
    'Good journalism costs a lot of money. Yet only good journalism keeps the powerful honest.',
    'To contact the reporter on this story: Ada Roe in Hull at aroe@courier.example',
    'Tell us what you think in the comments below.',
    'Featured image: Ada Roe',
    'Around the web\nFerry may cost more',
    'Words: Ada Roe',
    'Notes to editors\n\nThe council has 40 members.\n\nContact: press@hull.example',
    'ABOUT ROE BRIDGES\n\nRoe Bridges builds in 14 countries.\n\nMedia Contact:\nAda Roe\n\nSOURCE Roe Bridges, Inc.',
    'About Roe Bridges: Founded in 1987, Roe Bridges builds in 14 countries.',
    'Written by\n\nJane Doe\n\nJane covers bridges for the Courier and lives in Hull.',
    'Leave a Reply\n\nCancel reply\n\nComment *\n\nName *\n\nEmail *\n\nWebsite',
    'Topics mentioned in this article\n\nHull\n\nFerry',
    'KEY WORDS: Hull, Ferry',
    '(Web editor: Ada Roe, Jim Doe)',
    '(1 U.S. dollar equals 0.92 euros)',
    'Do you know more about the bridge? You can contact Ada Roe securely on Signal.',
    'The Bridge is out on 11 October on Quiet Coast. Ada Roe tours from 2 November.',
    'PTI COR\nVN NSK',
    "That's all for this week. Got a tip? Just hit reply.\n\nYou're receiving this because you signed up at courier.example.",
  ])('goes: %j', (foot) => {
    const copy = clean(`${body}\n\n${foot}`);
    expect(copy.text).toBe(`${prose}\n\n${more}`);
  });

  it.each([
    'Correction: an earlier version gave the wrong year.',
    'The author of the plan was not there.',
    'By the river he left',
    'Inga Rud\nHexham',
    '“It is in the drawer.” — Jane Roe, Amble',
    'This story has been updated.',
    'Good afternoon and welcome to our coverage of the bridge.',
    'Our correspondent reports that the bridge was shut as of the time of filing this report.',
    'A second ferry will follow in January if the money lasts.',
    'If the bridge falls, help is an hour away.',
    'The Courier has approached the council for comment.',
    'Anyone with information should call 101.',
    'About a hundred people came.',
    'Advertisement\n\n“What is it?” — Jane Roe',
    'Advertisement\nHe left. That was all',
  ])('keeps what may be the story: %j', (foot) => {
    const words = foot.replace(/^Advertisement\n+/, '').replace('\n', '\n\n');
    expect(clean(`${body}\n\n${foot}`).text).toBe(`${prose}\n\n${more}\n\n${words}`);
  });
});
