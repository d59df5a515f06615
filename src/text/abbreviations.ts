/**
 * What stands after an abbreviation, which tells whether its point can end a sentence:
 * `name`: a name follows, never an end ("Sen. Warren"); `number`: it is an abbreviation only before a number ("No. 10");
 * `state`: only after a comma, hyphen or point ("Boston, Mass.", "D-Mass."); `any`: it may end a sentence ("Acme Inc.").
 */
export type AbbreviationKind = 'name' | 'number' | 'state' | 'any';

/** How the abbreviation is followed, by its letters without the point; undefined where the word is none. */
export function abbreviationKind(word: string): AbbreviationKind | undefined {
  return word.length <= longest ? kinds.get(word) : undefined;
}

/**
 * Words that open sentences and hardly ever follow an abbreviation inside one:
 * "…left the U.S. The army…" ends a sentence, "…left the U.S. Army…" does not.
 */
export const sentenceOpeners: ReadonlySet<string> = new Set(
  `A According After Again All Also Although Among Amid An And Another Any Are As Asked At Because Before Both But By
  Can Could Despite Did Do Does During Each Earlier Even Every Few For From Further Had Has Have He Her Here His How
  However I If In Instead Is It Its Last Later Like Many Meanwhile More Most Much My Neither Nevertheless No Nobody Nor
  Not Nothing Now Of Officials On Once One Only Or Other Others Our Out Over People Police Residents Several She Should
  Since So Some Still Such That The Their Then There These They This Those Though Through Thus To Today Two Under Unless
  Until Up Was We Were What When Where Whether Which While Who Why Will With Without Would Yet You Your It's He's She's
  They're We're I'm That's There's`.split(/\s+/),
);

const kinds: ReadonlyMap<string, AbbreviationKind> = new Map<string, AbbreviationKind>([
  ...list(
    'name',
    `Mr Mrs Ms Mx Dr Drs Prof Messrs Mme Mlle Sen Sens Rep Reps Gov Govs Gen Lt Col Maj Capt Cpl Sgt Pvt Cmdr Cdr Adm
    Brig Supt Insp Det Rev Fr Msgr Hon Pres Amb Atty Asst Assoc Sec St Ste Mt Ft Sra Srta Hr
    Engr Barr Arc Smt Pt Ven Cllr Cllrs Coun Couns Ald Cde Sig Revd Lieut Pte Flt Sqn Wg Dra Lic Ing Hj Gens Cols Profs Revs`,
  ),
  ...list(
    'number',
    `No Nos no nos Nr pp p Vol vol Vols Fig fig Figs Art art Ch ch Pt para Para sec Mar Jun Jul Sep Sat Sun c ca
    approx`,
  ),
  ...list(
    'state',
    `Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn
    Tex Va Vt Wash Wis Wyo Ont Que Alta Sask`,
  ),
  ...list(
    'any',
    `Inc Corp Co Cos Ltd Plc plc Jr Sr Esq Bros Dept Univ Assn Natl Intl Ave Blvd Rd Hwy Jan Feb Apr Aug Sept Oct Nov Dec
    Mon Tue Tues Wed Thu Thur Thurs Fri vs etc cf al ft lb lbs oz hr hrs min est dept govt Govt viz resp ret Ret`,
  ),
]);

const longest = Math.max(...[...kinds.keys()].map((word) => word.length));

function list(kind: AbbreviationKind, words: string): [string, AbbreviationKind][] {
  return words.split(/\s+/).map((word) => [word, kind]);
}
