import { describe, expect, it } from 'vitest';
import { type Fit, fitDescription, readDescription } from '../../../src/extraction/entities/index.ts';
import { entitiesOf, lexicons, readMarkedText } from './marked-text.ts';

/** How the description in braces fits the first person of the text: the one feature that tells. */
const rows: readonly (readonly [keyof Fit, string])[] = [
  // Nouns that may stand for others, not the reverse, and only within a field.
  ['sameRole', '[p:Ana Ruiz], a senator, left. {The senator} wept.'],
  ['kindredRole', '[p:Ana Ruiz], a senator, left. {The lawmaker} wept.'],
  ['kindredRole', 'Justice [p:Ana Ruiz] left. {The judge} wept.'],
  ['kindredRole', '[p:Ana Ruiz], a defender, left. {The footballer} wept.'],
  ['kindredRole', '[p:Ana Ruiz], a goalkeeper, left. {The shot-stopper} wept.'],
  ['kindredRole', '[p:Ana Ruiz], a rapper, left. {The musician} wept.'],
  ['kindredRole', '[p:Ana Ruiz], a surgeon, left. {The medic} wept.'],
  ['kindredRole', 'Bishop [p:Ana Ruiz] left. {The prelate} wept.'],
  ['kindredRole', '[p:Ana Ruiz], an epidemiologist, left. {The scientist} wept.'],
  ['sameRole', '[p:Ana Ruiz], a retired teacher, left. {The ex-teacher} wept.'],
  ['kindredRole', '[p:Ana Ruiz], a hotel owner, left. {The hotelier} wept.'],
  ['kindredRole', '[p:Ana Ruiz], the bank’s former director, left. {The banker} wept.'],
  ['kindredRole', '[p:Ana Ruiz], president of [l:Peru], left. {The head of state} wept.'],
  ['kindredRole', 'Attorney General [p:Ana Ruiz] left. {The prosecutor} wept.'],
  ['otherRole', 'Attorney General [p:Ana Ruiz] left. {The general} wept.'],
  ['sameRole', 'Party co-leader [p:Ana Ruiz] left. {The leader} wept.'],
  ['narrowerRole', '[p:Ana Ruiz], a politician, left. {The senator} wept.'],
  ['fieldRole', '[p:Ana Ruiz], a striker, left. {The referee} wept.'],
  ['otherRole', '[p:Ana Ruiz], a gardener, left. {The striker} wept.'],
  ['otherRole', '[p:Ana Ruiz], a gardener, left. {The politician} wept.'],
  ['unknownRole', '[p:Ana Ruiz], his sister, left. {The striker} wept.'],
  ['unknownRole', 'Coach [p:Ana Ruiz] left. {The former midfielder} wept.'],
  ['otherRole', 'Coach [p:Ana Ruiz] left. {The former postman} wept.'],
  ['kindredRole', '[p:Ana Ruiz], a councillor, left. {The corporator} wept.'],
  // Nouns of two words, and with what stands behind a hyphen.
  ['sameRole', '[p:Ana Ruiz], a full back, left. {The full-back} wept.'],
  ['kindredRole', '[p:Ana Ruiz], the lock, left. {The second row} wept.'],
  ['sameRole', '[p:Ana Ruiz], the editor, left. {The editor-in-chief} wept.'],
  ['sameRole', '[p:Ana Ruiz], a bride, left. {The bride-to-be} wept.'],
  ['kindredRole', 'Leg-spinner [p:Ana Ruiz] left. {The tweaker} wept.'],
  ['kindredRole', 'Quarterback [p:Ana Ruiz] left. {The signal-caller} wept.'],
  ['kindredRole', '[p:Ana Ruiz], a pole vaulter, left. {The world record holder} wept.'],
  ['kindredRole', 'Striker [p:Ana Ruiz] left. {The number nine} wept.'],
  ['kindredRole', '[p:Ana Ruiz], a fund manager, left. {The investor} wept.'],
  ['kindredRole', '[p:Ana Ruiz], the village’s sarpanch, left. {The village head} wept.'],
  ['kindredRole', 'Police spokesperson [p:Ana Ruiz] left. {The police image maker} wept.'],
  ['kindredRole', 'Senator [p:Ana Ruiz] left. {The solon} wept.'],
  ['kindredRole', '[p:Ana Ruiz], lead author of the study, left. {The scientist} wept.'],
  ['kindredRole', '[p:Ana Ruiz], a software engineer, left. {The developer} wept.'],
  ['kindredRole', '[p:Ana Ruiz], a general practitioner, left. {The family doctor} wept.'],
  // What people do.
  ['deedRole', '[p:Ana Ruiz], who captains [o:Leinster], left. {The captain} wept.'],
  ['deedRole', '[p:Ana Ruiz], who plays for [o:Arsenal], left. {The footballer} wept.'],
  ['deedRole', '[p:Ana Ruiz] scored twice. {The striker} wept.'],
  ['deedRole', '[p:Ana Ruiz] jailed him for six years. {The judge} wept.'],
  ['deedRole', '[p:Ana Ruiz], 46, who wrote it in a shed, left. {The author} wept.'],
  ['deedRole', '[p:Ana Ruiz] was elected mayor in 2020. {The mayor} wept.'],
  ['deedRole', '[p:Ana Ruiz] works as a nurse. {The nurse} wept.'],
  ['deedRole', '[p:Ana Ruiz] walked out as managing director. {The boss} wept.'],
  ['deedRole', '[p:Ana Ruiz] was sworn in as the city’s first mayor. {The mayor} wept.'],
  ['deedRole', '[p:Ana Ruiz] (D-Calif.) left. {The Democrat} wept.'],
  ['deedRole', '[p:Ana Ruiz], R-Texas, left. {The Republican} wept.'],
  ['deedRole', '[p:Ana Ruiz] has two children. {The mother} wept.'],
  ['deedRole', 'He is the son of the former prop [p:Ana Ruiz]. {The parent} wept.'],
  ['deedRole', '[p:Ana Ruiz]’s elder daughter left. {The mother} wept.'],
  ['deedRole', '[p:Ana Ruiz], a retired teacher, left. {The pensioner} wept.'],
  // What the article opens with.
  ['deedRole', 'A Bristol music teacher has been jailed. [p:Ana Ruiz], 46, left. {The teacher} wept.'],
  ['deedRole', '“It rains”, the interior minister said. [p:Ana Ruiz] told him. {The minister} wept.'],
  ['unknownRole', 'A teacher’s car was found. [p:Ana Ruiz], 46, left. {The teacher} wept.'],
  ['unknownRole', 'A judge has wept. [p:Ana Ruiz], 46, left. {The judge} wept.'],
  ['kindredRole', 'Speaker [p:Ana Ruiz] left. {The Republican} wept.'],
  ['otherRole', 'A teacher has been jailed. [p:Ana Ruiz], a sergeant, left. {The teacher} wept.'],
  // Roles with their owners, and words behind a comma.
  ['sameRole', '[l:Louisa County]’s emergency manager, [p:Ana Ruiz], left. {The manager} wept.'],
  ['sameRole', '[p:Ana Ruiz], once a stonemason, left. {The stonemason} wept.'],
  // Ages.
  ['sameAge', '[p:Ana Ruiz], aged 71, left. {The 71-year-old} wept.'],
  ['sameAge', '[p:Ana Ruiz], who is 71, left. {The 71-year-old} wept.'],
  ['sameAge', '[p:Ana Ruiz], who turned 71, left. {The pensioner} wept.'],
  // Peoples and places.
  ['sameOrigin', '[p:Ana Ruiz], a [g:Mexican] boxer, left. {The Mexican} wept.'],
  ['toldOrigin', '[p:Ana Ruiz], who was born in [l:Ghana], left. {The Ghanaian} wept.'],
  ['toldOrigin', '[p:Ana Ruiz], R-Texas, left. {The Texan} wept.'],
  ['toldOrigin', '[p:Ana Ruiz] grew up in [l:Glasgow]. {The Glaswegian} wept.'],
  ['toldOrigin', '[p:Ana Ruiz], who lives in [l:Cork], left. {The Corkwoman} wept.'],
  ['toldOrigin', '[p:Ana Ruiz] of [l:New York] left. {The New Yorker} wept.'],
  ['toldWords', '[p:Ana Ruiz], who captains [o:Leinster], left. {The Leinster captain} wept.'],
  ['sharedWords', '[p:Ana Ruiz], president of [l:Peru], left. {The Peruvian leader} wept.'],
  ['sharedWords', '[p:Ana Ruiz], the financial officer, left. {The finance chief} wept.'],
  ['otherPlace', '[p:Ana Ruiz] left. {The Belgian minister} wept.'],
];

describe('how a description fits a person', () => {
  it.each(rows)('%s: %s', (feature, marked) => {
    const read = readMarkedText(marked);
    const found = entitiesOf(read);
    const person = found.entities.findIndex(({ type }) => type === 'person');
    const description = readDescription(found.segmented, read.references[0]!, lexicons);
    expect(fitDescription(found, person, description!)).toMatchObject({ [feature]: 1 });
  });

  it('a mother has children, and not just any two', () => {
    const read = readMarkedText('[p:Ana Ruiz] has two reasons. {The mother} wept.');
    const found = entitiesOf(read);
    const description = readDescription(found.segmented, read.references[0]!, lexicons);
    expect(fitDescription(found, 0, description!)).not.toMatchObject({ deedRole: 1 });
  });
});
