import { describe, expect, test } from 'vitest';
import { linesOf } from './article.ts';

const cases: readonly (readonly [name: string, text: string, quotes: readonly string[]])[] = [
  [
    'several by name, and others',
    'Ann Roe, Paul Lee and other coaches said they were tired. Ann Roe, Tom Bale, and their aides added that they would go.',
    [
      'indirect: they were tired (Ann Roe + Paul Lee, name)',
      'indirect: they would go (Ann Roe + Tom Bale, name)',
    ],
  ],
  [
    'what is somebody’s own account, and the paper of somebody',
    'Ann Roe met Tom Bale. The men had fled, according to Roe’s own account. It was dark, according to Roe’s letter.',
    ['indirect: The men had fled (Ann Roe, name)', 'indirect: It was dark (nobody, null)'],
  ],
  [
    'a body that is said to be one of the media, and one itself',
    'The Press Association filmed Tom Bale. It was dark, according to the Press Association news agency. The NHS bill is £4m. But the NHS itself says: “It is not enough.”',
    ['indirect: It was dark (Press Association, name)', 'direct: It is not enough. (NHS, name)'],
  ],
  [
    'a body, and where it is based',
    'The men had fled, according to the Oslo-based Halden Institute. The Pakistan-based news agency Halden Press said they had not.',
    ['indirect: The men had fled (Halden Institute, name)', 'indirect: they had not (Halden Press, name)'],
  ],
  [
    'names that are words of grammar',
    'Sen. Will Hurden, R-Texas, said it was late. “It is,” Councillor Can Yilmaz said.',
    ['indirect: it was late (Will Hurden, name)', 'direct: It is (Can Yilmaz, name)'],
  ],
  [
    'a name that looks like a place, of somebody whose age is given',
    'In the afternoon Tan Beng Huat lights the charcoal.\n\n“It is hot,” he says.\n\nTan, 71, has fried noodles since 1974.',
    ['direct: It is hot (Tan Beng Huat, pronoun)'],
  ],
  [
    'houses whose names say what they are with another word',
    'The Lagan Playhouse is shut. “We are sorry,” the theatre said. The Bradford Royal Infirmary is full. “We are sorry, too,” the hospital said.',
    [
      'direct: We are sorry (Lagan Playhouse, nominal)',
      'direct: We are sorry, too (Bradford Royal Infirmary, nominal)',
    ],
  ],
  [
    'the official who was "an official" before',
    'Mr Roe, 44, was mayor of Selby. An official said Mr Roe had resigned. It rained. “He is happy,” the official said.',
    ['indirect: Mr Roe had resigned (nobody, null)', 'direct: He is happy (nobody, null)'],
  ],
  [
    'a neighbour, and somebody who was named before',
    'Mr Roe, 44, was mayor of Selby. “He was drunk,” a neighbour said. Mr Roe laughed. “I was not,” he said.',
    ['direct: He was drunk (nobody, null)', 'direct: I was not (Roe, pronoun)'],
  ],
  [
    'the company, and the bank whose economist judges it',
    'Tellux Corp. lost money on Monday. “It must get cheaper,” said Eva Lee, an economist with the Brightwell Bank. The company said it would. The bank said it had to.',
    [
      'direct: It must get cheaper (Eva Lee, name)',
      'indirect: it would (Tellux Corp., nominal)',
      'indirect: it had to (Brightwell Bank, nominal)',
    ],
  ],
  [
    'a witness against somebody who is accused',
    'Peter Stott, 44, denies fraud. A neighbour told the court that she had seen him at the house. “He had a ladder,” the witness said.',
    [
      'indirect: fraud (Peter Stott, name)',
      'indirect: she had seen him at the house (nobody, null)',
      'direct: He had a ladder (nobody, null)',
    ],
  ],
  [
    'kin whose first name is a word',
    "Jay Okafor, 18, scored twice. The youngster's mother, Blessing, missed it. “I heard the noise,” she said. His sister Hope said it was loud.",
    ['direct: I heard the noise (Blessing, pronoun)', 'indirect: it was loud (Hope, name)'],
  ],
  [
    'two of one name who contradict each other in a sentence',
    'Mr Abdi Hassan said the minister deserved more time while his sister termed the request “a mockery of this House”.',
    [
      'indirect: the minister deserved more time (Abdi Hassan, name)',
      'mixed: the request “a mockery of this House” (nobody, null)',
    ],
  ],
  [
    'an office before a name, and letters behind it',
    'Anna Roth said: "We are proud."\n\nMinister for Energy Peter Lang MP said: "We welcome this."',
    ['direct: We are proud. (Anna Roth, name)', 'direct: We welcome this. (Peter Lang, name)'],
  ],
  [
    'somebody without a name who speaks for a body that is named',
    'A spokesman for the agency, Ribble Homes, said: “We are sorry.” The agency, Ribble Homes, said: “We are sorry.” Sources at the firm, Ribble Homes, said it was over. A lawyer for the victims, Ana Ruiz, said it was not. The UN mission in the country, MONUSCO, said it had left.',
    [
      'direct: We are sorry. (nobody, null)',
      'direct: We are sorry. (Ribble Homes, name)',
      'indirect: it was over (nobody, null)',
      'indirect: it was not (Ana Ruiz, name)',
      'indirect: it had left (MONUSCO, name)',
    ],
  ],
  [
    'students with the year of their class',
    "Jae Kim ’26 said it was over. “It is,” said Ben Roth '25, a student.",
    ['indirect: it was over (Jae Kim, name)', 'direct: It is (Ben Roth, name)'],
  ],
  [
    'an answer that is called so',
    'Kwaku Ofosu was asked whether it hurt. "Only in B flat," was his answer.',
    ['direct: Only in B flat (Kwaku Ofosu, pronoun)'],
  ],
  [
    'advice that is called so',
    '"Get off at the last stop," was Kwaku Ofosu\'s advice.',
    ['direct: Get off at the last stop (Kwaku Ofosu, name)'],
  ],
  [
    'a rare verb between two sentences of one',
    'The student, Houda Benjelloun, was there. “It’s true, I was upset,” she laughs. “But then I was happy.”',
    ['direct: It’s true, I was upset But then I was happy. (Houda Benjelloun, pronoun)'],
  ],
  [
    'somebody else’s lawyer, and the pronoun behind',
    "Senators asked Peter Lelei for the accounts.\n\nMr Lelei's lawyer rose to object. “My client is a witness,” he said.",
    ['indirect: for the accounts (nobody, null)', 'direct: My client is a witness (nobody, null)'],
  ],
  [
    'a mother, however many she has',
    '“We were asleep,” said Anna Roth, a mother of four. Peter Lang, a roofer, heard nothing.\n\n“I was out,” he said.\n\n“It was dark,” added the delighted mother of four.',
    [
      'direct: We were asleep (Anna Roth, name)',
      'direct: I was out (Peter Lang, pronoun)',
      'direct: It was dark (Anna Roth, nominal)',
    ],
  ],
  [
    'the one who is interviewed, behind questions of the writer',
    'Anna Roth sold her fiddle to Peter Lang. Roth is smiling.\n\nDo you miss it?\n\n“My neck misses it.”\n\n“Somebody has to,” says Lang.\n\nIs that true?\n\n“It was coffee.”\n\nI ask her what she sees up there.\n\n“Birds.”',
    [
      'direct: My neck misses it. (Anna Roth, context)',
      'direct: Somebody has to (Peter Lang, name)',
      'direct: It was coffee. (Anna Roth, context)',
      'direct: Birds. (Anna Roth, context)',
    ],
  ],
  [
    'words in a paragraph of their own, behind a sentence about "him"',
    'Anna Roth sells tea. “It is cold,” she said.\n\nPeter Lang brought the chairs. Roth gave him a cup. In winter he carries them home.\n\n“They are heavier every year.”',
    ['direct: It is cold (Anna Roth, pronoun)', 'direct: They are heavier every year. (Peter Lang, context)'],
  ],
  [
    'what somebody had to say, displayed below',
    'The vote was close. Anna Roth had this to say:\n\n“It will pass.”\n\nIt rained.\n\nHer rival, Peter Lang, had only the following to say about it:\n\n“It is a joy.”',
    ['direct: It will pass. (Anna Roth, name)', 'direct: It is a joy. (Peter Lang, name)'],
  ],
  [
    'someone new whom the sentence before is about',
    'Anna Roth walked the hills. Peter Lang, 83, followed the crows. His granddaughter rolled her eyes.\n\n“Everybody tells that story,” she said.',
    ['direct: Everybody tells that story (nobody, null)'],
  ],
  [
    'whoever is named behind a team, before a colon',
    'Here is Rovers coach Peter Lang, soaked to the skin: “It was swimming, it was no football at all.”',
    ['direct: It was swimming, it was no football at all. (Peter Lang, name)'],
  ],
  [
    'whoever holds an office for somebody else',
    'Solicitor for Mr Peter Lang, Anna Roth, said that dogs were no persons.',
    ['indirect: dogs were no persons (Anna Roth, name)'],
  ],
  [
    'a woman who goes by her first name',
    'Marjorie came along. Tom Bale sat down.\n\n“Ask her,” he said.\n\n“Ask me what?” she said.',
    ['direct: Ask her (Tom Bale, pronoun)', 'direct: Ask me what? (Marjorie, pronoun)'],
  ],
  [
    'whoever describes it so',
    '“A lottery with better curtains” is how Peter Lang describes the grants.',
    ['direct: A lottery with better curtains (Peter Lang, name)'],
  ],
  [
    'nobody who is named where someone described stands before "who"',
    'Anna Roth loves the peacock. Another neighbour, who claimed that it had eaten her roses, was blunter.',
    ['indirect: it had eaten her roses (nobody, null)'],
  ],
  [
    'a nickname that is what somebody does',
    '“A hotel with no guests,” retorted councillor Oisín “Boxer” Kilbane.',
    ['direct: A hotel with no guests (Oisín Kilbane, name)'],
  ],
  [
    'a rare verb behind a description',
    'The widower, Hector Roe, is 81. "She did the books," the old man beams. "Not a penny out."',
    ['direct: She did the books Not a penny out. (Hector Roe, nominal)'],
  ],
  [
    'one of many, before a name',
    'The club lost. "It is a joke," one fan wrote on X. Another, Gil Hume, said: "Sack them all."',
    ['direct: It is a joke (nobody, null)', 'direct: Sack them all. (Gil Hume, name)'],
  ],
  [
    'a mark and a comma that are lost before the cue',
    'Town won. "He\'s a handful said manager Rob Finch. "I wouldn\'t swap him."',
    ["direct: He's a handful I wouldn't swap him. (Rob Finch, name)"],
  ],
  [
    'speech in doubled marks in the very first paragraph',
    "Striker Joe Bale, 24, scored twice. ''I'm buzzing,'' he said. ''The gaffer told me to shoot.''\n\nUnited had led through a penalty that was given after a long look at the screen.",
    ["direct: I'm buzzing The gaffer told me to shoot. (Joe Bale, pronoun)"],
  ],
  [
    'the title of a statement, which nobody said',
    "The Congress kicked. Its president, Joe Obi, in a statement titled: 'Darkness as policy', said workers would resist the hike.",
    ['indirect: workers would resist the hike (Joe Obi, name)'],
  ],
  [
    'a reaction, which is where it was said',
    'In his reaction, the spokesman for the opposition, Debo Ologun, said, "They do not care."',
    ['direct: They do not care. (Debo Ologun, name)'],
  ],
  [
    'two whose relation stands between their names',
    'Grandmother Val Tooley, 62, and husband Terry, 64, had booked a trip to Tenerife. "We were treated like criminals," the pair said.',
    ['direct: We were treated like criminals (Val Tooley + Terry, nominal)'],
  ],
  [
    'two whose offices stand before their names',
    'Finance Minister Ann Roe and Trade Minister Paul Lee signed the deal in Geneva. The two ministers said it would cut prices.',
    ['indirect: it would cut prices (Ann Roe + Paul Lee, nominal)'],
  ],
  [
    'an office by its letters, whom it is held by being told before',
    'Police spokesperson Anna Roth arrived at noon.\n\n"We found it there," the PPRO said.',
    ['direct: We found it there (Anna Roth, nominal)'],
  ],
  [
    'a deputy commissioner by letters',
    'Deputy Commissioner of Police Anna Roth arrived at noon.\n\n"We found it there," the DCP said.',
    ['direct: We found it there (Anna Roth, nominal)'],
  ],
  [
    'an office in letters',
    'Cabinet Secretary Peter Lelei was asked about the flour. "I found it there," said the CS.',
    ['direct: I found it there (Peter Lelei, nominal)'],
  ],
  [
    'an office in letters before a surname, and initials that are none',
    'Cabinet Secretary Peter Lelei was asked about the flour. "I found it there," said CS Lelei.\n\n"We did not," said CJ Joiner.',
    ['direct: I found it there (Peter Lelei, name)', 'direct: We did not (CJ Joiner, name)'],
  ],
  [
    'whom a sentence tells of, and not its subject',
    'It was a rare apology from an executive who, only last year, said the app was "safer than a playground."',
    ['mixed: the app was "safer than a playground." (nobody, null)'],
  ],
  [
    'a surname that is the name of a people, too',
    'Mines Minister Paul Zulu came by helicopter. "I will sleep here tonight," Zulu told relatives.',
    ['direct: I will sleep here tonight (Paul Zulu, name)'],
  ],
  [
    'how old somebody is, in a noun',
    'Aarav Pillai, 14, beat Viktor Lenko, 44, on Sunday. "Fear? It is chess," the teenager said.',
    ['direct: Fear? It is chess (Aarav Pillai, nominal)'],
  ],
  [
    'a pronoun with its verb, before a colon',
    'Eka Lomidze runs the shop. She\'d like him to move with the times: "He says he is the times."',
    ['direct: He says he is the times. (Eka Lomidze, pronoun)'],
  ],
  [
    'a shared surname in capitals',
    'LIN and MASHA UFALI sang on Monday. "We sang all night," said Lin.',
    ['direct: We sang all night (Lin Ufali, name)'],
  ],
  [
    'a first name that may be a family name, before the surname that it shares',
    'Lin and Masha Ufali sang on Monday. "We sang all night," said Lin.',
    ['direct: We sang all night (Lin Ufali, name)'],
  ],
  [
    'a name before a dash and another',
    'Lou Bell – Ana Ruiz\'s agent – called it "a stitch-up".',
    ['mixed: it "a stitch-up" (Lou Bell, name)'],
  ],
  [
    'initials before a surname',
    '"Power will be cut," board chairman S.R. Nagabhushan told reporters.',
    ['direct: Power will be cut (S.R. Nagabhushan, name)'],
  ],
  [
    'an adverb before the cue',
    'Environment Minister K. Jayaprakash came to the lake. The Minister further said that work would begin.',
    ['indirect: work would begin (K. Jayaprakash, nominal)'],
  ],
  [
    'a body, rather than who signed for it',
    'The Delta Traders Association, in a statement signed by its chairman, Ovie Atake, and made available to newsmen, described the strike as "illegal".',
    ['mixed: the strike as "illegal" (Delta Traders Association, name)'],
  ],
  [
    'who gives a name',
    'Another motorist, who identified herself as Mama Ese, said she had paid N900.',
    ['indirect: she had paid N900 (Mama Ese, name)'],
  ],
  [
    'a business, and no person of another office',
    'The retailer Larkfield will close 30 shops. "They should have told us," said union officer Dave Gill.\n\nThe retailer said staff would be moved.',
    [
      'direct: They should have told us (Dave Gill, name)',
      'indirect: staff would be moved (Larkfield, nominal)',
    ],
  ],
  [
    'a clause about someone, between the name and its verb',
    'Her husband Martin Kellaway, who denied knowing anything, was cleared last month.',
    ['indirect: knowing anything (Martin Kellaway, pronoun)'],
  ],
  [
    'a surname that stands only behind the other first name',
    'Gary and Michelle Stott moved to Leeds in May. "We love it," said Mr Stott.',
    ['direct: We love it (Gary Stott, name)'],
  ],
  [
    'an organization that is known by what it says',
    'Prairie Public Power said on Facebook that it hoped to restore the lights by morning.',
    ['indirect: it hoped to restore the lights by morning (Prairie Public Power, name)'],
  ],
  [
    'a name behind what its bearer is',
    'The opposition coalition Sursaut accused the army of having "abandoned the north".',
    ['mixed: of having "abandoned the north" (Sursaut, name)'],
  ],
  [
    'people without a name',
    'Local Residents said that they were angry.',
    ['indirect: they were angry (nobody, null)'],
  ],
  [
    'a person introduced in the sentence before, rather than who spoke last',
    '"We will close it," Helen Marsh said.\n\nCampaigner Joyce Farrow, whose husband Ken was treated there, started the petition.\n\n"I thought I would get fifty names," she said.',
    [
      'direct: We will close it (Helen Marsh, name)',
      'direct: I thought I would get fifty names (Joyce Farrow, pronoun)',
    ],
  ],
  [
    'someone without a name, and the pronoun behind',
    '"It is the same dog," said Ruth Keane.\n\nThe owner, who did not want to be named, said he was "mortified". "I am sorry," he added.',
    [
      'direct: It is the same dog (Ruth Keane, name)',
      'mixed: he was "mortified" (nobody, null)',
      'direct: I am sorry (nobody, null)',
    ],
  ],
  [
    'two who speak together, and the pronoun behind',
    'Mayor Anna Roth and Mayor Peter Lang said the feud was over. "We agreed on the ferries," they said.',
    [
      'indirect: the feud was over (Anna Roth + Peter Lang, name)',
      'direct: We agreed on the ferries (Anna Roth + Peter Lang, pronoun)',
    ],
  ],
  [
    'a body without a name, and the pronoun behind',
    'The water board denied that the reservoirs near Vercelli were low. "The sky kept them low," it said.',
    [
      'indirect: the reservoirs near Vercelli were low (nobody, null)',
      'direct: The sky kept them low (nobody, null)',
    ],
  ],
  [
    'a subject behind one whom a preposition governs',
    'In a letter read aloud by Secretary Pam Holt, union president Greg Rees said that his members were tired.',
    ['indirect: his members were tired (Greg Rees, name)'],
  ],
  [
    'people of two countries, which neither country is',
    'Doctors in Mali and Chad said that the vaccine worked.',
    ['indirect: the vaccine worked (nobody, null)'],
  ],
  [
    'two countries together',
    'France and Germany said that they were ready.',
    ['indirect: they were ready (France + Germany, name)'],
  ],
  [
    'someone without a name whom somebody else met',
    'A woman whom Tom Bale met in November said that she had written to him.',
    ['indirect: she had written to him (nobody, null)'],
  ],
  [
    'labels in capitals however long, and nobody in brackets between them',
    'ANNA ROTH, HOST: Good evening. Mr. Lang?\n\nPETER LANG, FORMER STATE WATER COMMISSIONER: I filed it.\n\n(CROSSTALK)\n\nROTH: Did you?',
    [
      'direct: Good evening. Mr. Lang? (Anna Roth, name)',
      'direct: I filed it. (Peter Lang, name)',
      'direct: Did you? (Anna Roth, name)',
    ],
  ],
  [
    'whoever asks in a transcript',
    'Minister Anna Roth spoke on Monday.\n\nJOURNALIST: When will it end?\n\nANNA ROTH: In the spring.',
    ['direct: When will it end? (nobody, null)', 'direct: In the spring. (Anna Roth, name)'],
  ],
  [
    'a document, and not its author',
    'The affidavit, written by Deputy Ana Ruiz, says that Purcell “offered the cactus a blanket”.',
    ['mixed: Purcell “offered the cactus a blanket” (nobody, null)'],
  ],
  [
    'those who say how they know of it',
    '"Nobody said they were," Feride Aksoy replied, according to two diplomats who were there.',
    ['direct: Nobody said they were (Feride Aksoy, name)'],
  ],
  [
    'whoever stands right behind the words',
    '“The sea will come for you,” Ana Ruiz told the traders. “That is what you said after the flood!” a man called from the crowd.',
    [
      'direct: The sea will come for you (Ana Ruiz, name)',
      'direct: That is what you said after the flood! (nobody, null)',
    ],
  ],
  [
    'a signature behind a dash and words in single marks',
    "'I would rather they had met for tea.' – Town clerk Oswin Pratt, in reply",
    ['direct: I would rather they had met for tea. (Oswin Pratt, name)'],
  ],
  [
    'the holder of an office that is named for a place',
    'Penrith MP Ann Lee said that the gate had jammed.',
    ['indirect: the gate had jammed (Ann Lee, name)'],
  ],
  [
    'a survey that is an institution',
    'The quake hit at noon, according to the Norwegian Geological Survey.',
    ['indirect: The quake hit at noon (Norwegian Geological Survey, name)'],
  ],
  [
    'one who is asked by nobody in particular, and answers',
    'Chief Inspector Ann Lee said officers would be "friendly". Asked for her own prediction, she replied: "Nil-nil."',
    ['mixed: officers would be "friendly" (Ann Lee, name)', 'direct: Nil-nil. (Ann Lee, pronoun)'],
  ],
  [
    'turns of a dialogue, whose last source tells whose they all are',
    '"Are you coming?" asked Ann Lee.\n\n"No," said Tom Roth.\n\n"Why do you not come?"\n\n"Because it rains."\n\n"It does not," said Lee.',
    [
      'direct: Are you coming? (Ann Lee, name)',
      'direct: No (Tom Roth, name)',
      'direct: Why do you not come? (Ann Lee, context)',
      'direct: Because it rains. (Tom Roth, context)',
      'direct: It does not (Ann Lee, name)',
    ],
  ],
  [
    'a people',
    'Several Republicans argued that the bill would fail.',
    ['indirect: the bill would fail (nobody, null)'],
  ],
  [
    'are no company where its union, or the central bank, speaks',
    'Moody Steel Corp cut its forecast. The company’s union said it had not been told. The central bank said it had no application.',
    ['indirect: it had not been told (nobody, null)', 'indirect: it had no application (nobody, null)'],
  ],
  [
    'are not the bodies that the envoys are of, nor the department by which engineers are hired',
    'The Roth Department closed the dam. Engineers hired by the department said it was weak. The envoys of the United Nations and the African Union said they were alarmed.',
    ['indirect: it was weak (nobody, null)', 'indirect: they were alarmed (nobody, null)'],
  ],
  [
    'are no party whose member speaks, and a poll watchdog is no poll',
    'Poll watchdog Roth Citizens Watch (RCW) said it had seen 961 machines. The Conservative MSP said it was a shame.',
    [
      'indirect: it had seen 961 machines (Roth Citizens Watch, name)',
      'indirect: it was a shame (nobody, null)',
    ],
  ],
  [
    'are called by letters behind a description, and by what they are',
    'The teachers’ union, the INTO, urged the bishop to resign. The M19 movement, which holds three towns, said it would not.',
    ['indirect: the bishop to resign (INTO, name)', 'indirect: it would not (M19, name)'],
  ],
  [
    'are named behind their words where these describe them, and not where the next one is described, too',
    `Police came at noon. It rained. The road was closed. Nobody slept. A former prosecutor who advises families said it fit a pattern. "They pay quickly," Anna Roth said.\n\nA police officer said there were shots. "We heard them, too," said a neighbour, Peter Lang.`,
    [
      'indirect: it fit a pattern (Anna Roth, nominal)',
      'direct: They pay quickly (Anna Roth, name)',
      'indirect: there were shots (nobody, null)',
      'direct: We heard them, too (Peter Lang, name)',
    ],
  ],
  [
    'are those whose chapter, leadership or land it is',
    'The Kano chapter of the Nigeria Union of Teachers said it would go on. The leadership of the Nigeria Labour Congress said it would not. The Kingdom of Tonga said it would.',
    [
      'indirect: it would go on (Nigeria Union of Teachers, name)',
      'indirect: it would not (Nigeria Labour Congress, name)',
      'indirect: it would (Tonga, name)',
    ],
  ],
  [
    'are neither those whom people without a name support, sue or know, nor those who share a preposition',
    'Senator Mara Roth spoke in Lincoln. Some delegates supporting Roth said it was late. Activists opposed to Roth said it was early. Workers suing Halyard Bank said it was wrong. A group that backs Roth said it was right. Researchers at the Ribble Institute (RI) and Halyard Bank said it was odd. Someone claiming to be Roth said it was fun.',
    [
      'indirect: it was late (nobody, null)',
      'indirect: it was early (nobody, null)',
      'indirect: it was wrong (nobody, null)',
      'indirect: it was right (nobody, null)',
      'indirect: it was odd (nobody, null)',
      'indirect: it was fun (nobody, null)',
    ],
  ],
  [
    'are not those whom others who are only described met, when these go on to speak',
    'Ana Roth met neighbours who said it was late. Ana Roth was sued by members of the Ribble Union who said it was early. Ana Roth, backed by a string of MPs who said it was wrong, left. Republicans met Ana Roth in Leeds, and there were residents who said it was right.',
    [
      'indirect: it was late (nobody, null)',
      'indirect: it was early (nobody, null)',
      'indirect: it was wrong (nobody, null)',
      'indirect: it was right (nobody, null)',
    ],
  ],
  [
    'are those whom a clause with "who" goes on about behind what is said of them',
    'The bank was sued by Ana Roth of the Ribble Union, who said it was late. It was sued by Tom Bale (44), who said it was early. It was sued by Eva Lang, a mother of two, who said it was wrong. Ana Roth was among those who said it was right. “It was fun,” Tom Bale told Reuters, who said it was odd.',
    [
      'indirect: it was late (Ana Roth, pronoun)',
      'indirect: it was early (Tom Bale, pronoun)',
      'indirect: it was wrong (Eva Lang, pronoun)',
      'indirect: it was right (Ana Roth, pronoun)',
      'direct: It was fun (Tom Bale, name)',
      'indirect: it was odd (Tom Bale, pronoun)',
    ],
  ],
  [
    'are all of a list that ends with others, and nobody of those whom the people of a list are from',
    'Ana Roth, Tom Bale, and other senators said it was late. It was early, Ana Roth, Tom Bale and others said. Experts from the Ribble Institute (RI) and the Interior Department estimated that 74% was gone.',
    [
      'indirect: it was late (Ana Roth + Tom Bale, name)',
      'indirect: It was early (Ana Roth + Tom Bale, name)',
      'indirect: 74% was gone (nobody, null)',
    ],
  ],
  [
    'are those whose answer it is, and whose name stands behind the words without a verb',
    '"It was late," Tom Bale said.\n\nTo which Ana Roth’s reply was short: "It was early."\n\nAnd Eva Lang’s verdict? "It was wrong."\n\nFew agree. "It was right," Kim Tamm, a teacher from Leeds. "It was odd."',
    [
      'direct: It was late (Tom Bale, name)',
      'direct: It was early. (Ana Roth, name)',
      'direct: It was wrong. (Eva Lang, name)',
      'direct: It was right It was odd. (Kim Tamm, name)',
    ],
  ],
  [
    'are houses that go by a founder’s name, whoever owns something else by that name',
    "Tom Lowe met Macy's chief executive, Ann Lee. Macy's said it was late. Shares of Macy's fell. Lowe's said it was wrong. Lowe's lawyer said it was right. Marks & Spencer said it was odd. Ana Marks & Tom Spencer said it was fun.",
    [
      "indirect: it was late (Macy's, name)",
      "indirect: it was wrong (Lowe's, name)",
      'indirect: it was right (nobody, null)',
      'indirect: it was odd (Marks & Spencer, name)',
      'indirect: it was fun (Ana Marks + Tom Spencer, name)',
    ],
  ],
  [
    'are bodies whose names begin with a small letter or end with a role, where they speak',
    'eBay said it was late. The budget airline easyJet said it was early. Legal & General said it was wrong. iPhone owners said it was right.',
    [
      'indirect: it was late (eBay, name)',
      'indirect: it was early (easyJet, name)',
      'indirect: it was wrong (Legal & General, name)',
      'indirect: it was right (nobody, null)',
    ],
  ],
  [
    'are not those whose figures, posts or files say something',
    'Mara Roth left. Census Bureau figures show that it was late. Facebook posts falsely said it was early. Halyard Bank research indicates that it was wrong. Pentagon statistics showed it was right.',
    [
      'indirect: it was late (nobody, null)',
      'indirect: it was early (nobody, null)',
      'indirect: it was wrong (nobody, null)',
      'indirect: it was right (nobody, null)',
    ],
  ],
  [
    'are not bodies of a place whose people speak, nor those known before whom a new body tells nothing of',
    "Senator Tom Bale met Uri Lang in Lincoln. A co-owner of Leeds's Halyard Rovers said it was late. The founder of the NHL's Roth Devils said it was early. The manager of the Ribble Union said it was wrong.",
    [
      'indirect: it was late (nobody, null)',
      'indirect: it was early (nobody, null)',
      'indirect: it was wrong (nobody, null)',
    ],
  ],
  [
    'are not those that only back, fund or lead who spoke',
    'Mara Roth left. The UN-backed panel said it was late. An EU-funded project said it was early. A Roth-led group said it was wrong.',
    [
      'indirect: it was late (nobody, null)',
      'indirect: it was early (nobody, null)',
      'indirect: it was wrong (nobody, null)',
    ],
  ],
  [
    'are those whose office is one of doing something',
    'Director of city planning Ann Lee said it was late. Acting mayor Tom Bale said it was early. Chief operating officer Eva Lang said it was wrong. Roth Swimming Club secretary Kim Tamm said it was right.',
    [
      'indirect: it was late (Ann Lee, name)',
      'indirect: it was early (Tom Bale, name)',
      'indirect: it was wrong (Eva Lang, name)',
      'indirect: it was right (Kim Tamm, name)',
    ],
  ],
  [
    'are bodies that have the names of their towns, and one that is said to be in a town',
    'The Diocese of Córdoba said it was glad. The City of Cape Town said it was not. A think tank in Berlin, Ostra Institute, said it was early.',
    [
      'indirect: it was glad (Diocese of Córdoba, name)',
      'indirect: it was not (City of Cape Town, name)',
      'indirect: it was early (Ostra Institute, name)',
    ],
  ],
];

describe('speakers', () => {
  test.each(cases)('%s', (_name, text, quotes) => {
    expect(linesOf(text)).toEqual(quotes);
  });

  // Known to be wrong: an unmarked change of speaker within a paragraph, since dialogues are learned from.
  test('another one, whom the sentence before introduces', () => {
    expect(
      linesOf(
        '"They bought the cranes," said Birgit Roth. Anand Rao of Temasia was kinder. "One strike is not a trend."',
      ),
    ).toEqual([
      'direct: They bought the cranes (Birgit Roth, name)',
      'direct: One strike is not a trend. (Anand Rao, context)',
    ]);
  });
});
