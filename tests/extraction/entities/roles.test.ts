import { describe, expect, it } from 'vitest';
import { entitiesOf, readMarkedText } from './marked-text.ts';

/** The text; the roles of the first person in it. */
const rows: readonly (readonly [string, readonly string[]])[] = [
  [
    "[o:Kremlin] spokesperson [p:Oleg Sorokin] said. [p:Vadim Orlov]'s aide, [p:Sorokin], left.",
    ['Kremlin spokesperson', "Vadim Orlov's aide"],
  ],
  ['[g:Peruvian] President [p:Ana Ruiz] said', ['Peruvian President']],
  ['the former [l:US] secretary of state, [p:Ana Ruiz], said', ['former US secretary of state']],
  ['Secretary of State [p:Ana Ruiz] said', ['Secretary of State']],
  ['Fire chief [p:Ana Ruiz] said', ['Fire chief']],
  ['the fire chief [p:Ana Ruiz] said', ['fire chief']],
  ['In May President [p:Ana Ruiz] said', ['President']],
  ['said fire chief [p:Ana Ruiz].', ['fire chief']],
  ['said harbour master [p:Ana Ruiz].', ['harbour master']],
  ["[l:Peru]'s deputy trade minister, [p:Ana Ruiz], said", ["Peru's deputy trade minister"]],
  ["The [o:EU]'s envoy to [l:Peru], [p:Ana Ruiz], said", ["EU's envoy to Peru"]],
  ['[p:Ana Ruiz], president of the [o:Harbour Union], said', ['president of the Harbour Union']],
  ['[p:Ana Ruiz], 54, a teacher from [l:Lima], said', ['teacher from Lima']],
  ['[p:Ana Ruiz] (54), a teacher, said', ['teacher']],
  ['[p:Ana Ruiz], who runs a bakery, said', []],
  ['[p:Ana Ruiz], who led the strike of 1984, said', []],
  ['[p:Ana Ruiz], a potter who founded the guild, said', ['potter']],
  ['[p:Ana Ruiz], who is a teacher, said', ['teacher']],
  ['[p:Ana Ruiz], who was in [l:Lima], said', []],
  ["[p:Ana Ruiz], the [o:Kremlin]'s spokeswoman, said", ["Kremlin's spokeswoman"]],
  ['[p:Ana Ruiz] is a professor at the [o:University of Lima].', ['professor at the University of Lima']],
  ['lawyer and activist [p:Ana Ruiz] said', ['lawyer and activist']],
  ['Sen. [p:Ana Ruiz] said', ['Sen.']],
  ['Mrs. [p:Ana Ruiz] said', []],
  ['In the village, [p:Ana Ruiz] said', []],
  ['According to the teacher, [p:Ana Ruiz] and her husband left', []],
  ['According to the teacher, [p:Ana Ruiz], it rained', ['teacher']],
  ['[p:Ana Ruiz], [p:Tom Lee] and a teacher said', []],
  ['[p:Ana Ruiz], said the minister, left', []],
  ['His mother, first lady [p:Ana Ruiz], sat down.', ['mother', 'first lady']],
  ['A spokeswoman for the governor, [p:Ana Ruiz], said', ['spokeswoman for the governor']],
  ['Senior class president [p:Ana Ruiz] said', ['Senior class president']],
  ['the night watchman, Uncle [p:Kolya], said', ['night watchman']],
  ['His daughter-in-law, [p:Ana Ruiz], said', ['daughter-in-law']],
  ['[p:Ana Ruiz], one of its commanders, said', ['one of its commanders']],
  ['[p:Ana Ruiz], a mother of five reached by phone, said', ['mother of five']],
  ['[p:Ana Ruiz], accused ministers of delay, left', []],
  ["Sen. [p:Ana Ruiz], D-Lima, the bill's author, said", ['Sen.', "bill's author"]],
  ['The elder [p:Ruiz] left.', []],
];

describe('roles', () => {
  it.each(rows)('%s', (marked, expected) => {
    const { entities } = entitiesOf(readMarkedText(marked));
    expect(entities.find(({ type }) => type === 'person')?.roles).toEqual(expected);
  });
});
