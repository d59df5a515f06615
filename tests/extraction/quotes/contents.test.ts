import { describe, expect, test } from 'vitest';
import { articleOf, linesOf } from './article.ts';

const cases: readonly (readonly [name: string, text: string, quotes: readonly string[]])[] = [
  [
    'are none of what the story tells behind words in marks',
    '“It is finished,” Anna Roth said of the vote, in which nobody had believed. “In my head, anyway.” “We lost,” said Peter Lang, summing up the talks. “Badly.”',
    [
      'direct: It is finished In my head, anyway. (Anna Roth, name)',
      'direct: We lost Badly. (Peter Lang, name)',
    ],
  ],
  [
    'are a clause with what its colon introduces',
    'Anna Roth said this was a “miscalculation” and that she had learned her lesson: “They are ready for a longer fight.”',
    [
      'mixed: this was a “miscalculation” and that she had learned her lesson: “They are ready for a longer fight.” (Anna Roth, name)',
    ],
  ],
  [
    'are words in marks behind the crowd that is told',
    'Anna Roth took a risk on Monday, telling the crowd, “I am a trader like you, folks,” and, “Is there anyone here who does not make deals?”',
    [
      'mixed: “I am a trader like you, folks,” and, “Is there anyone here who does not make deals?” (Anna Roth, name)',
    ],
  ],
  [
    'are of the subject right before the verb',
    'The paper said the winner of the poll had correctly predicted the vote would be close.',
    ['indirect: the vote would be close (nobody, null)'],
  ],
  [
    'are what agents behind "by" call something, and nobody\'s where none is named',
    'The deal was described as "the end" by Anna Roth. The plan, dubbed "a bridge to nowhere" by critics, is off. The song, hailed by Peter Lang as "a gem", won. The vote was hailed as "historic". The fair, billed as "the biggest", is shut.',
    [
      'mixed: as "the end" (Anna Roth, name)',
      'mixed: a bridge to nowhere (nobody, null)',
      'mixed: as "a gem" (Peter Lang, name)',
    ],
  ],
  [
    'are the sentence of one who puts it so, or is quoted, and what somebody calls something',
    'As Anna Roth put it, the plan is "a farce". It was "a circus", to quote Peter Lang. It marked what Anna Roth, the mayor, called "the end of an era".',
    [
      'mixed: the plan is "a farce" (Anna Roth, name)',
      'mixed: It was "a circus" (Peter Lang, name)',
      'mixed: the end of an era (Anna Roth, name)',
    ],
  ],
  [
    'end at what the speaker told others',
    'Anna Roth replied that a survey was awaited and told members they would have it by May.',
    [
      'indirect: a survey was awaited (Anna Roth, name)',
      'indirect: they would have it by May (Anna Roth, name)',
    ],
  ],
  [
    'end at the occasion of a charge',
    'Anna Roth has accused the council of “theft” after a decision was deferred. The council met on Monday.',
    ['mixed: of “theft” (Anna Roth, name)'],
  ],
  [
    'open behind whoever is told, also without "that"',
    'Anna Roth told reporters the bridge was shut. Peter Lang told AFP engineers had found cracks. Anna Roth told the court in Leeds two people were missing. Peter Lang told state media on Monday his house had been searched.',
    [
      'indirect: the bridge was shut (Anna Roth, name)',
      'indirect: engineers had found cracks (Peter Lang, name)',
      'indirect: two people were missing (Anna Roth, name)',
      'indirect: his house had been searched (Peter Lang, name)',
    ],
  ],
  [
    'are what verbs of manner bring with "that"',
    'Anna Roth quipped that it was late. Peter Lang thundered that nobody would pay. Anna Roth gushed that she had cried. Peter Lang notified the court that he was ill.',
    [
      'indirect: it was late (Anna Roth, name)',
      'indirect: nobody would pay (Peter Lang, name)',
      'indirect: she had cried (Anna Roth, name)',
      'indirect: he was ill (Peter Lang, name)',
    ],
  ],
  [
    'end with the marks of what something is called, before when and where it was',
    'Anna Roth criticized the act as a “crazy system” during a stop in Flint. Peter Lang labelled it a “nice trick” on Wednesday.',
    ['mixed: the act as a “crazy system” (Anna Roth, name)', 'mixed: it a “nice trick” (Peter Lang, name)'],
  ],
  [
    'end at a second verb of the speaker',
    'Anna Roth confirmed that she had been booked but denied swearing at the referee.',
    [
      'indirect: she had been booked (Anna Roth, name)',
      'indirect: swearing at the referee (Anna Roth, name)',
    ],
  ],
  [
    'open behind the relative that the cue follows',
    'Passengers were stranded in Cork, where, according to Anna Roth, no bus had come by noon. Hale kept the accounts and, Anna Roth says, taught her to count.',
    [
      'indirect: no bus had come by noon (Anna Roth, name)',
      'indirect: taught her to count (Anna Roth, name)',
    ],
  ],
  [
    'are what is asked for, and what is asked',
    'The lawyer, Anna Roth, asked for the case to be dismissed. Peter Lang asked her on the first day what the prize was.',
    [
      'indirect: for the case to be dismissed (Anna Roth, name)',
      'indirect: what the prize was (Peter Lang, name)',
    ],
  ],
  [
    'are a figure that somebody gives, and what figures show',
    'Anna Roth put the chance of a strike at one in three. A study commissioned by Peter Lang found that traffic would grow.',
    [
      'indirect: the chance of a strike at one in three (Anna Roth, name)',
      'indirect: traffic would grow (nobody, null)',
    ],
  ],
  [
    'are one word that is denied, or what is threatened',
    'Anna Roth denied wrongdoing. Peter Lang threatened to sue.',
    ['indirect: wrongdoing (Anna Roth, name)', 'indirect: to sue (Peter Lang, name)'],
  ],
  [
    'are what was said again and again, or upon a question',
    'Anna Roth would often say that the sea had taken her brother. Asked why, Peter Lang would say that he liked rain.',
    [
      'indirect: the sea had taken her brother (Anna Roth, name)',
      'indirect: he liked rain (Peter Lang, name)',
    ],
  ],
  [
    'end where the clause around goes on',
    'When Anna Roth asked for shorter pieces, he played none. Peter Lang, who claimed that he was ill, went home.',
    ['indirect: for shorter pieces (Anna Roth, name)', 'indirect: he was ill (Peter Lang, pronoun)'],
  ],
  [
    'are not of what a speaker is accused',
    'A teacher accused of lying to the tribunal said she had nothing to hide.',
    ['indirect: she had nothing to hide (nobody, null)'],
  ],
  [
    'go on behind a word in marks, and between dashes',
    "Anna Roth says she is held 'hostage' by a peacock which screams at dawn. Peter Lang said the bird - called 'Boris' by locals - came in May.",
    [
      "mixed: she is held 'hostage' by a peacock which screams at dawn (Anna Roth, name)",
      "indirect: the bird - called 'Boris' by locals - came in May (Peter Lang, name)",
    ],
  ],
  [
    'open behind a mere reference',
    'Anna Roth, who voted no, questioned that. “Nineteen flats, eleven cars? Where do the others go?”',
    ['direct: Nineteen flats, eleven cars? Where do the others go? (Anna Roth, name)'],
  ],
  [
    'are two where another question stands between',
    'Anna Roth shook her head. Had they asked? “Twice.” And what had she answered? “I told them it was Lent.”',
    ['direct: Twice. (nobody, null)', 'direct: I told them it was Lent. (Anna Roth, context)'],
  ],
  [
    'are marks alone behind words in marks and their cue',
    '“Three times,” says Anna Roth, 67, from the other end of the couch. “He never counted.” “Bend your knees,” Peter Lang tells me, “and look up.” I look up.',
    [
      'direct: Three times He never counted. (Anna Roth, name)',
      'direct: Bend your knees and look up. (Peter Lang, name)',
    ],
  ],
  [
    'hold nothing of a question before',
    'Peter Lang sat down. What had he told the boy before he sent him on? ‘I told him where the line was.’',
    ['direct: I told him where the line was. (Peter Lang, pronoun)'],
  ],
  [
    'open behind those who were told',
    'A coach has told an inquest he "froze" when one of his players collapsed.',
    ['mixed: he "froze" when one of his players collapsed (nobody, null)'],
  ],
  [
    'are what somebody wrote to ask, wanted to know, or was heard to say',
    'Anna Roth wrote to ask whether she should come in. One man wanted to know who had won. Peter Lang was heard to say that nobody had.',
    [
      'indirect: whether she should come in (Anna Roth, name)',
      'indirect: who had won (nobody, null)',
      'indirect: nobody had (Peter Lang, name)',
    ],
  ],
  [
    'end before the occasion',
    'Coach Peter Lang said his side had been "robbed in broad daylight" after a late penalty made it 2-2.',
    ['mixed: his side had been "robbed in broad daylight" (Peter Lang, name)'],
  ],
  [
    'end before the story goes on',
    '"Sense has prevailed, and I thank our passengers," Colin Baird said, though he would not be drawn on whether fares would rise.',
    ['direct: Sense has prevailed, and I thank our passengers (Colin Baird, name)'],
  ],
  [
    'end before what the speaker was told',
    '“My client is here as a witness, not as an accused,” Peter Lang said, but was ordered to sit down.',
    ['direct: My client is here as a witness, not as an accused (Peter Lang, name)'],
  ],
  [
    'end before what somebody else does',
    'Mei Huang said the dividend cut was "overdue," while Macquarie kept its "underperform" rating.',
    ['mixed: the dividend cut was "overdue," (Mei Huang, name)'],
  ],
  [
    'end before what the speaker did next',
    'Reached by telephone, Peter Lang said that the past was "a country one should visit seldom", and hung up.',
    ['mixed: the past was "a country one should visit seldom" (Peter Lang, name)'],
  ],
  [
    'do not hold what the speaker was doing',
    'Mitigating, Lucy Frome told the court her client was "utterly ashamed".',
    ['mixed: her client was "utterly ashamed" (Lucy Frome, name)'],
  ],
  [
    'behind who quotes whom',
    'Eva Ruiz was quoted by the agency Antara on Monday as saying the reef was "dying".',
    ['mixed: the reef was "dying" (Eva Ruiz, name)'],
  ],
  [
    'that documents and those who inquire have found',
    'The report found the crew had not slept. Figures from the ministry show that exports fell by a tenth. An inquiry by Anna Roth found residents "were not safe". Anna Roth found that the door was open.',
    [
      'indirect: the crew had not slept (nobody, null)',
      'indirect: exports fell by a tenth (nobody, null)',
      'mixed: residents "were not safe" (nobody, null)',
    ],
  ],
  [
    'that are said to be somebody’s own',
    'In Anna Roth’s words, the plan is "a bridge to nowhere". It was, in her own words, "a circus". In other words, the plan is "a bridge to nowhere".',
    ['mixed: the plan is "a bridge to nowhere" (Anna Roth, name)', 'mixed: a circus (Anna Roth, pronoun)'],
  ],
  [
    'behind verbs that are seldom met',
    'Anna Roth divulged that the bridge was sold. Peter Lang mused that it was late, and insinuated that Roth knew.',
    [
      'indirect: the bridge was sold (Anna Roth, name)',
      'indirect: it was late (Peter Lang, name)',
      'indirect: Roth knew (Peter Lang, name)',
    ],
  ],
  [
    'behind "per" and an informant',
    'Per Anna Roth, Peter Lang will miss six weeks. He scored 14 goals per year.',
    ['indirect: Peter Lang will miss six weeks (Anna Roth, name)'],
  ],
  [
    'behind the one by whom others are told',
    'The court was told by Nina Frost, prosecuting, that Hale had "lost his temper". Residents have been urged by Peter Lang to stay indoors. Hale has been described by his neighbour Anna Roth as "a gentle giant".',
    [
      'mixed: Hale had "lost his temper" (Nina Frost, name)',
      'indirect: to stay indoors (Peter Lang, name)',
      'mixed: as "a gentle giant" (Anna Roth, name)',
    ],
  ],
  [
    'in marks behind the one who calls something so',
    'The plan was called by Anna Roth "a fraud".',
    ['mixed: a fraud (Anna Roth, name)'],
  ],
  ['none, where nobody was told', 'Residents had not been warned by Anna Roth that the dam would burst.', []],
  ['none, where nobody is quoted', 'The vase was hailed by Anna Roth as a masterpiece.', []],
  [
    'behind words that say as much as "said"',
    'Eva Ruiz let slip that the deal was "as good as signed". Peter Lang made it clear he would not stand again. Anna Roth is adamant that "the river will be swum".',
    [
      'mixed: the deal was "as good as signed" (Eva Ruiz, name)',
      'indirect: he would not stand again (Peter Lang, name)',
      'mixed: "the river will be swum" (Anna Roth, name)',
    ],
  ],
  [
    'are the message of whom it is',
    'Eva Ruiz\'s message to voters was simple: "Stay angry."',
    ['direct: Stay angry. (Eva Ruiz, name)'],
  ],
  [
    'end before what happened hours before',
    'Tom Lee told senators that his company would "do better" on safety, hours after parents filled the room.',
    ['mixed: his company would "do better" on safety (Tom Lee, name)'],
  ],
  [
    'begin behind the name of the hearer',
    'Mark Rough told BBC Scotland engineers were "working flat out".',
    ['mixed: engineers were "working flat out" (Mark Rough, name)'],
  ],
  [
    'hold what others are bid to do',
    'First Minister Eilidh Ross has urged people not to travel unless they have to.',
    ['indirect: people not to travel unless they have to (Eilidh Ross, name)'],
  ],
  [
    'are not where it was said',
    '"We are taking the hard decisions now so we don\'t have to take harder ones later," Chief Executive Officer Helen Strand said on a call with analysts, according to a transcript.',
    [
      "direct: We are taking the hard decisions now so we don't have to take harder ones later (Helen Strand, name)",
    ],
  ],
  [
    'end with their sentence, where a sentence in marks follows',
    'Anna Roth said that no one from the council had come. “Not one. They know where we live.”',
    [
      'indirect: no one from the council had come (Anna Roth, name)',
      'direct: Not one. They know where we live. (Anna Roth, context)',
    ],
  ],
  [
    'are not what the speaker was asked',
    'Asked to describe the device that went off, Anna Roth said, "I am not going into that."',
    ['direct: I am not going into that. (Anna Roth, name)'],
  ],
  [
    'leave out who hears them',
    'Anna Roth told one of the older members of the committee on Monday that "patience is the answer".',
    ['mixed: "patience is the answer" (Anna Roth, name)'],
  ],
  [
    'leave out who is accused',
    'Anna Roth accused the referee, a man of 60, of "refereeing with his ears".',
    ['mixed: of "refereeing with his ears" (Anna Roth, name)'],
  ],
  [
    'end at the cue, where the mark is missing and the next paragraph opens another',
    '"We ask people to buy only from chemists, said Anna Roth.\n\n"The matter is being handled," she said.',
    [
      'direct: We ask people to buy only from chemists (Anna Roth, name)',
      'direct: The matter is being handled (Anna Roth, pronoun)',
    ],
  ],
  [
    'are posted by whoever a handle names',
    'At noon @dan_hodge tweets: "Marsh is rattled. You can see it."',
    ['direct: Marsh is rattled. You can see it. (nobody, null)'],
  ],
  [
    'are whole sentences in marks, however short',
    '“He is furious,” Anna Roth said. “Look at him.”\n\nTom Bale shakes his head. “OK. A little.”',
    ['direct: He is furious Look at him. (Anna Roth, name)', 'direct: OK. A little. (Tom Bale, context)'],
  ],
  [
    'begin behind the clause about who is named by "according to"',
    'According to an official who spoke on condition of anonymity to discuss the talks, the deal “is basically done.”',
    ['mixed: the deal “is basically done.” (nobody, null)'],
  ],
  [
    'are none where somebody was telephoned',
    'Her son had called her an hour before. He called the police at once. Anna Roth called him a liar.',
    ['indirect: him a liar (Anna Roth, name)'],
  ],
  [
    'are what somebody used to say',
    'My grandmother, Anna Roth, used to say, "Salt first, regret later."',
    ['direct: Salt first, regret later. (Anna Roth, name)'],
  ],
  [
    'are none where somebody agrees with another, or a court posts a matter for a day',
    "Anna Roth agreed with her old club's manager. The bench then posted the matter for March 3.",
    [],
  ],
  [
    'are of the members of a bench, and of a director without his firm',
    'A bench of Justices Anna Roth and Tom Bale said it was late. Peter Lang, founder and director, Lang Farms, added: "We are glad."',
    ['indirect: it was late (Anna Roth + Tom Bale, name)', 'direct: We are glad. (Peter Lang, name)'],
  ],
  [
    'end at a single mark where no double one is left to close them, and the other way round',
    "“I served with a clean heart,' Anna Roth said. “It is over,” said Tom Bale. 'It will take years to mend.\"",
    [
      'direct: I served with a clean heart (Anna Roth, name)',
      'direct: It is over It will take years to mend. (Tom Bale, name)',
    ],
  ],
  [
    'are not what somebody was asked about',
    "Anna Roth, asked about the 'crisis', said: 'I don't accept that word.'",
    ["direct: I don't accept that word. (Anna Roth, name)"],
  ],
  [
    'last over paragraphs that do not open them again, up to the one that closes them',
    'Anna Roth wrote on Facebook:\n\n"Dear neighbours,\n\nWe have failed you.\n\nI am sorry."\n\nThe post drew 4,000 comments.',
    ['direct: Dear neighbours We have failed you. I am sorry. (Anna Roth, name)'],
  ],
  [
    'are signed in a list',
    'The ruling came on Monday.\n\n- "We will appeal" – Tom Bale, publisher',
    ['direct: We will appeal (Tom Bale, name)'],
  ],
  [
    'are not the book in which they stand',
    'In his book "The Long Road", Tom Bale wrote that courage was "not the absence of fear".',
    ['mixed: courage was "not the absence of fear" (Tom Bale, name)'],
  ],
  [
    'are not her name where somebody is called by it',
    'One of them, a nurse called Anna Roth, held a sign reading "Liar".',
    ['mixed: Liar (nobody, null)'],
  ],
  [
    'are none where nobody said them',
    'Neither Anna Roth nor Tom Bale said whether they would go. Nobody said that it was over.',
    [],
  ],
  [
    'leave out who was assured of them',
    '"Chile will not leave you alone", Anna Roth assured the families of the firefighters.',
    ['direct: Chile will not leave you alone (Anna Roth, name)'],
  ],
  [
    'leave out what else their source asked for',
    '"It grows", explained Anna Roth, who asked the villagers not to go back "for a photo, for a dog".',
    [
      'direct: It grows (Anna Roth, name)',
      'mixed: the villagers not to go back "for a photo, for a dog" (Anna Roth, pronoun)',
    ],
  ],
  ['are nothing that was refused', 'Anna Roth declined to comment on "leaks".', []],
  [
    'go on behind the cue that breaks them',
    'Anna Roth met the press on Monday. The changes to the annexes, she insisted, were typographical.',
    ['indirect: The changes to the annexes were typographical (Anna Roth, pronoun)'],
  ],
  [
    'go on behind a cue and its subject, in marks and without',
    'Prices, warned Governor Anna Roth, will rise again in May. The tax, said Anna Roth, "will hurt". The plan, according to Tom Bale, is dead.',
    [
      'indirect: Prices will rise again in May (Anna Roth, name)',
      'mixed: The tax will hurt (Anna Roth, name)',
      'indirect: The plan is dead (Tom Bale, name)',
    ],
  ],
  [
    'go on behind what opens the sentence',
    'If there is no time, Anna Roth told them, they are to run. In a statement, Tom Bale said, "We are safe."',
    [
      'indirect: If there is no time they are to run (Anna Roth, name)',
      'direct: We are safe. (Tom Bale, name)',
    ],
  ],
  [
    'go on behind a whole clause',
    'The phone has a good camera but only a small memory and that, according to Tom Bale, is a red flag.',
    ['indirect: The phone has a good camera but only a small memory and that is a red flag (Tom Bale, name)'],
  ],
  [
    'stand before an outlet that quotes their speaker',
    'The dam will be closed until June, state news agency Antara quoted Anna Roth as saying.',
    ['indirect: The dam will be closed until June (Anna Roth, name)'],
  ],
  [
    'are not the topic of a comment',
    'Commenting on the plan of the harbour, Anna Roth said, "We have read it with care."',
    ['direct: We have read it with care. (Anna Roth, name)'],
  ],
  [
    'hold what might be said later',
    'Anna Roth said the firm reviewed its plans "from time to time" and would make an announcement "if there is one".',
    [
      'mixed: the firm reviewed its plans "from time to time" and would make an announcement "if there is one" (Anna Roth, name)',
    ],
  ],
  [
    'belong to the subject of two verbs',
    'French President Anna Roth opened the summer fair on Monday and then claimed the harbour would be rebuilt.',
    ['indirect: the harbour would be rebuilt (Anna Roth, name)'],
  ],
  [
    'are whole sentences that tell of words themselves',
    'He denies the charge and suggests that Peter Lang crossed the road, Anna Roth told the court. According to her, the mayor warned that it was late.',
    [
      'indirect: He denies the charge and suggests that Peter Lang crossed the road (Anna Roth, name)',
      'indirect: the mayor warned that it was late (Anna Roth, pronoun)',
    ],
  ],
  [
    'are two of one speaker, where "and" joins them',
    'According to Anna Roth, the city took part but noted that progress was slow.',
    ['indirect: the city took part (Anna Roth, name)', 'indirect: progress was slow (Anna Roth, name)'],
  ],
  [
    'go on with a single word behind the cue',
    '"We lost," Tom Bale said. "Badly." Peter Lang smiled.',
    ['direct: We lost Badly. (Tom Bale, name)'],
  ],
  [
    'go on behind the cue, whoever speaks next',
    '"We lost," Tom Bale said. "Badly." Anna Roth said on Tuesday she would "mend" the team.',
    ['direct: We lost Badly. (Tom Bale, name)', 'mixed: she would "mend" the team (Anna Roth, name)'],
  ],
  [
    'do not hold what introduces their speaker',
    'According to the paper, Mayor Anna Roth warned that it was late.',
    ['indirect: it was late (Anna Roth, name)'],
  ],
  [
    'are not the topic of the question',
    'Asked about the plan for the harbour, Anna Roth said it was dead.',
    ['indirect: it was dead (Anna Roth, name)'],
  ],
  [
    'are the questions and answers of a court record',
    'Anna Roth took the stand.\n\nQ. Where were you that night?\n\nA. At home. Nobody saw me.\n\nQ. Nobody at all?\n\nA. Yes.',
    [
      'direct: Where were you that night? (nobody, null)',
      'direct: At home. Nobody saw me. (Anna Roth, context)',
      'direct: Nobody at all? (nobody, null)',
      'direct: Yes. (Anna Roth, context)',
    ],
  ],
  ['are no initials', 'A. Palmer won twice.\n\nA. Palmer lost once.\n\nA. Palmer went home.', []],
  [
    'belong to one quote, where little of what stands in marks was taken for others',
    '" Keller Maria Keller the bridge he told she "',
    ['direct: Keller Maria Keller the bridge he told she (nobody, null)'],
  ],
  [
    'behind words that are nouns elsewhere, and "that"',
    'The letter states that the road is closed. A survey by the Fund, published in May, found that one in three had sold cattle. Anna Roth rejected bank claims that she had lied.',
    ['indirect: the road is closed (nobody, null)', 'indirect: one in three had sold cattle (nobody, null)'],
  ],
  [
    'of a cue that "and" joins to another verb',
    'Moody Bank kept its rating and said in a note that margins had bottomed.',
    ['indirect: margins had bottomed (Moody Bank, name)'],
  ],
  [
    'of a cue parted from its auxiliary by a month, and of a call by a day',
    'The Roth Fund had in May warned that a flood was near. Envoys called on Monday for a truce.',
    ['indirect: a flood was near (Roth Fund, name)', 'indirect: for a truce (nobody, null)'],
  ],
  [
    'are what somebody is to do',
    'Anna Roth instructed the responsible persons to complete the canal by autumn. She reminded priests to lock the doors.',
    [
      'indirect: the responsible persons to complete the canal by autumn (Anna Roth, name)',
      'indirect: priests to lock the doors (Anna Roth, pronoun)',
    ],
  ],
  [
    'end before others speak behind a semicolon',
    'Radio Roth reported last month that nobody had been paid; the ministry called the report “untrue from end to end”.',
    [
      'indirect: nobody had been paid (Radio Roth, name)',
      'mixed: the report “untrue from end to end” (nobody, null)',
    ],
  ],
  [
    'of the one who comes behind the signer of a notice',
    'In a notice signed by its head, Anna Roth, the Bale Agency urged farmers to boil water.',
    ['indirect: farmers to boil water (Bale Agency, name)'],
  ],
  [
    'are what a law provides, and what somebody is directed to do',
    'Article 64 of the charter provides that nobody is held in secret. The bench directed the police chief to submit a report.',
    [
      'indirect: nobody is held in secret (nobody, null)',
      'indirect: the police chief to submit a report (nobody, null)',
    ],
  ],
  [
    'go on behind a relative clause, and with examples',
    'Anna Roth said she would wait for the report, which is due next year, before changing the rules. Tom Bale said he had received 3,000 complaints, among them that of a teacher.',
    [
      'indirect: she would wait for the report, which is due next year, before changing the rules (Anna Roth, name)',
      'indirect: he had received 3,000 complaints, among them that of a teacher (Tom Bale, name)',
    ],
  ],
  [
    'open with what a warning is about',
    'The ferries were late again after Anna Roth warned the final bill could exceed £112 million.',
    ['indirect: the final bill could exceed £112 million (Anna Roth, name)'],
  ],
  [
    'are what somebody warned of, detailed or denounced',
    'The Roth Directorate (RD) had in May warned of an outbreak. The Bale Institute (BI) detailed in a bulletin that the river was low. Anna Roth denounced before EFE that nobody had water.',
    [
      'indirect: of an outbreak (Roth Directorate, name)',
      'indirect: the river was low (Bale Institute, name)',
      'indirect: nobody had water (Anna Roth, name)',
    ],
  ],
  [
    'are a whole sentence around an aside that tells what was announced when',
    'The deal, announced on Monday, values the group at $2.1 billion, Anna Roth said.',
    ['indirect: The deal, announced on Monday, values the group at $2.1 billion (Anna Roth, name)'],
  ],
  [
    'of one quoted as saying them by an outlet in between',
    'Anna Roth was quoted as saying by the Korean Central News Agency that the test was a warning.',
    ['indirect: the test was a warning (Anna Roth, name)'],
  ],
  [
    'are what the faithful are called on to do, what is appealed for, and no hearer',
    'Anna Roth called on the faithful to pray for the miners. Tom Bale appealed for an end to the war. Peter Lang told them the remarks were unacceptable.',
    [
      'indirect: the faithful to pray for the miners (Anna Roth, name)',
      'indirect: for an end to the war (Tom Bale, name)',
      'indirect: the remarks were unacceptable (Peter Lang, name)',
    ],
  ],
  [
    'are a thing that ends before the next deed',
    'Anna Roth denied wrongdoing but agreed to pay $2 million.',
    ['indirect: wrongdoing (Anna Roth, name)'],
  ],
  [
    'before those who have admitted it',
    'The thieves had the keys for 41 days before anyone noticed, Anna Roth has admitted.',
    ['indirect: The thieves had the keys for 41 days before anyone noticed (Anna Roth, name)'],
  ],
  [
    'of an officer named behind "whose"',
    'Bale Inc referred questions to the ministry, whose secretary, Anna Roth, said a statement would follow.',
    ['indirect: a statement would follow (Anna Roth, name)'],
  ],
  [
    'are no name that people have for themselves',
    'The hackers, who call themselves Ghost Ledger, posted a sample of the files.',
    [],
  ],
  [
    'are no name in marks',
    '“Abdul,” 34, a fisherman whose name has been changed, called the camp “a hole”.',
    ['mixed: the camp “a hole” (Abdul, name)'],
  ],
  ['are more than "that"', 'Anna Roth denied that. Tom Bale answered questions.', []],
];

describe('contents', () => {
  test.each(cases)('%s', (_name, text, quotes) => {
    expect(linesOf(text)).toEqual(quotes);
  });

  test('the cue takes in the network that they were posted on', () => {
    const article = articleOf('"Your fountain is smaller," Anna Roth wrote on X on Tuesday.');
    const { start, end } = article.quotes[0]!.cue!;
    expect(article.text.slice(start, end)).toBe('wrote on X');
  });

  test.each([
    ['"It is over," Anna Roth told the BBC.', ['BBC']],
    ['Anna Roth told AFP that it was over.', ['AFP']],
    ['"It is over," Anna Roth said in an interview with the Times of India on Monday.', ['Times of India']],
    ['Speaking to the Daily Star, Anna Roth said it was over.', ['Daily Star']],
    ['"It is over," Anna Roth told the committee.', []],
    ['"It is over," Anna Roth told Tom Bale, a Guardian reporter.', []],
    ['Anna Roth said that talks with Reuters were over.', []],
  ])('an outlet to which they were spoken passed them on: %s', (text, reportedBy) => {
    expect(articleOf(text).quotes.map((quote) => quote.reportedBy)).toEqual([reportedBy]);
  });
});
