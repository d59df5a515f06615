import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cleanCopy } from '../../src/text/clean.ts';
import { clean, more, prose } from './copy.ts';

const readFixture = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

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
    ['escapes', '\\"One,\\" he said.\\n\\nTwo \\u2014 three.', '"One," he said.\n\nTwo — three.'],
    ['a backslash', 'C:\\new and \\"two', 'C:\\new and \\"two'],
    ['half a surrogate pair', 'One \ud83d two 😀.', 'One \ufffd two 😀.'],
    ['mixed quotation marks', '“One" ‘two\' «three» "four’', '“One" ‘two\' «three» "four’'],
    ['a pointer behind a sentence', 'He left. READ MORE: What the treaty says', 'He left.'],
    ['an appeal behind a sentence', 'He left in May. Sign up to our newsletter here.', 'He left in May.'],
    ['a pointer in brackets', 'He left. (Also read: What the treaty says)', 'He left.'],
    ['nothing', '', ''],
    ['white space', ' \n\t\u00a0 ', ''],
    ['boilerplate alone', 'Advertisement', 'Advertisement'],
  ])('has no trouble with %s', (_, raw, text) => {
    expect(clean(raw).text).toBe(text);
  });

  it('joins a hard-wrapped line that entities made shorter', () => {
    const bridges = ['Mill', 'Town', 'Rail', 'High'].map(
      (name) =>
        `The council said on Tuesday that the ${name} bridge would stay\nclosed until the spring. It&#8217;s &#8220;unsafe&#8221;, it had heard.\nThe ferry at the ${name} bridge would run every hour until then,\nand at night only for doctors.`,
    );
    expect(clean(bridges.join('\n\n')).text.split('\n\n')).toHaveLength(4);
  });

  it('joins the lines of a printed column, and the words that are broken there', () => {
    const column =
      '  The city council voted 5-4 Thurs-\nday to sell the port to a Danish com-\npany, ending a two-year fight over it.\n' +
      '  "We got a fair price," said Mayor\nJane Roe. "It is a once-in-a-life-\ntime offer, once-in-a-life-time."\n\n' +
      'See PORT, Page A7\n\nContinued from Page A3\n\n' +
      '  Workers had feared for their jobs\nsince the sale was planned.';
    expect(clean(column).text).toBe(
      'The city council voted 5-4 Thursday to sell the port to a Danish company, ending a two-year fight over it.\n\n' +
        '"We got a fair price," said Mayor Jane Roe. "It is a once-in-a-life-time offer, once-in-a-life-time."\n\n' +
        'Workers had feared for their jobs since the sale was planned.',
    );
  });

  it.each([
    [
      '[00:00:04] ANA ROE: Good morning.\n[00:00:11] TOM DOE: Good morning.\n[0:16] (MUSIC)',
      'ANA ROE: Good morning.\n\nTOM DOE: Good morning.\n\n(MUSIC)',
    ],
    [
      'Speaker 1  00:03\nGood morning.\n\nAna Roe  00:07\nIs it?\n\nSpeaker 1  00:11\nIt is.',
      'Speaker 1: Good morning.\n\nAna Roe: Is it?\n\nSpeaker 1: It is.',
    ],
    [
      'WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\nANA ROE: Good morning.\n\n2\n00:00:04.500 --> 00:00:07.000\nTOM DOE: Is it?',
      'ANA ROE: Good morning.\n\nTOM DOE: Is it?',
    ],
    ['1\n00:00:01,000 --> 00:00:04,000\nThe mayor has left.', 'The mayor has left.'],
    [
      'The mayor left.\n\n14:10\nMore soon\n\nShe left at 14:02:11, he said (1:02:11 behind her).',
      'The mayor left.\n\n14:10\n\nMore soon\n\nShe left at 14:02:11, he said (1:02:11 behind her).',
    ],
  ])('leaves out when lines of a recording were spoken, and no hours: %j', (raw, text) => {
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
    ['Continue reading the main story', 'read-more'],
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
    ['Watch: the debate in full', 'read-more'],
    ['Recent stories from example.com', 'read-more'],
    ['Also on The Courier: Five islands you can still buy', 'read-more'],
    ['[Newsroom] Ten months of silence at the ministry', 'read-more'],
    ['[…]', 'read-more'],
    ['A message from our sponsor', 'advertisement'],
    ['Forward to a friend | View in browser | Unsubscribe', 'boilerplate'],
    ['Accept all Reject all', 'boilerplate'],
    ['View image in fullscreen', 'boilerplate'],
    ['Load more updates', 'boilerplate'],
    ['Report a typo', 'boilerplate'],
    ['You have 2 free articles remaining this month. Subscribe for unlimited access.', 'boilerplate'],
    ['Already a subscriber? Log in', 'boilerplate'],
    ['This article is for subscribers only.', 'boilerplate'],
    ['To continue reading, please log in or start your free trial.', 'boilerplate'],
    ['Subscribe to read this article. Already a subscriber? Log in to continue reading.', 'boilerplate'],
    ['Please log in or register to continue.', 'boilerplate'],
    ['You must be logged in to read the full story.', 'boilerplate'],
    ['Start your free trial to keep reading.', 'boilerplate'],
    ['To view this video please enable JavaScript', 'boilerplate'],
    ['Getting your audio player ready...', 'boilerplate'],
    ['You received this email because you subscribed to The Courier.', 'boilerplate'],
    ['Was this email forwarded to you? Sign up here.', 'boilerplate'],
    ['Stay in touch with us anytime. Sign up for newsletters in your inbox.', 'boilerplate'],
    ['Would you fly again? Join the conversation below.', 'boilerplate'],
    ['We’ve been working hard for local news. Consider supporting The Courier.', 'boilerplate'],
    ['The post Bridge shut appeared first on The Courier.', 'boilerplate'],
    ['A post shared by Jane Roe (@janeroe)', 'boilerplate'],
    ['Posted in News | Tagged bridge, ferry', 'boilerplate'],
    ['This material may not be published, broadcast or rewritten.', 'boilerplate'],
    ['((jane.doe@example.org; +44 20 5555 0142))', 'boilerplate'],
    ['What do you think? Let us know in the comments below', 'boilerplate'],
    ['Have your say! Was it right? Comment below.', 'boilerplate'],
    ['By providing an e-mail address. I agree to the Terms of Use.', 'boilerplate'],
    ['Jane Roe in what is left of her shop. Jim Doe for The Courier', 'boilerplate'],
    ['1 of 4', 'boilerplate'],
    ['0:00 / 4:32', 'boilerplate'],
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
    'Have your say in May, the mayor told voters.',
    'The vote was called by Jim Doe for The Courier to watch.',
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
    'So why is it shut, though you have paid for it? Call it bad luck.',
    'Call the bluff of the council.',
    'Text messages show that he was warned.',
    'Email inquiry ends candidate’s run',
    'Comment was not available.',
    'Contact with him was lost.',
    'Support for the strike grew on Facebook.',
    'Get up, stand up, our community needs you, she sang.',
    'Find your way home, she told the dog.',
    'You have two days left, the judge told him.',
    'This page of the story is for the courts to write, he said.',
    'This article is for sale, the dealer said of the vase.',
    'To continue the talks would be folly, he said.',
    'Not a member of any party, Roe won by four votes.',
    'To continue watching the river, the council hired two men.',
    'You have used one of your stories already, he told her.',
    'Copyright law protects the map, the court held.',
    'Also on Friday: a vote in the upper house.',
    'The post office first appeared on maps in 1901.',
    'A story shared by three generations of the family.',
    'Close the door, save the heat, she says.',
    'Follow the money on the way to Facebook, he said: "It pays."',
  ])('keeps prose: %s', (line) => {
    expect(clean(`${prose}\n\n${line}\n\n${more}`).text).toBe(`${prose}\n\n${line}\n\n${more}`);
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
    const copy = cleanCopy(raw, { blocks, replacements: [], headline: 'Other' });
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

describe('a lead said twice', () => {
  it('is there once, with the dateline that one of the two has', () => {
    const opening = `ROME, May 3 (AFP) - ${prose}`;
    for (const copied of [`${prose}\n\n${opening}\n\n${more}`, `${opening}\n\n${prose}\n\n${more}`]) {
      const copy = clean(copied);
      expect(copy.text).toBe(`${prose}\n\n${more}`);
      expect(copy.header.dateline).toEqual({ place: 'ROME', date: 'May 3', agency: 'AFP' });
    }
  });

  it('may have several paragraphs', () => {
    const lead = `${prose}\n\n${more}`;
    const copy = clean(`${lead}\n\n${lead}\n\nThe rain goes on, she said.`);
    expect(copy.text).toBe(`${lead}\n\nThe rain goes on, she said.`);
    expect(copy.removed.map(({ reason }) => reason)).toEqual(['duplicate', 'duplicate']);
  });

  it('is no refrain', () => {
    const refrain = `${prose}\n\n${more}\n\n${prose}`;
    expect(clean(refrain).text).toBe(refrain);
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
