/**
 * Is a word the past tense of a verb? Participles and some adjectives look the same ("left", "led"): ask where a verb may
 * stand. Verbs whose past is as often a noun are left out.
 */
export const isPastTense = (word: string): boolean => regular.test(word) || irregular.has(word);

/** "walked", and neither "need" nor "hundred", "wicked", "naked", "kindred". */
const regular = /^\p{Ll}{2,}(?<!e|hundr|wick|nak|kindr)ed$/u;

const irregular: ReadonlySet<string> = new Set(
  `arose ate became began blew bought brought broke built came caught chose clung crept dealt did drank drew drove dug fell
  felt fled flew fought found forbade forgot forgave froze gave got grew had held hid hung kept knelt knew laid learnt led
  left lent lost made meant met paid put ran rang rode said sang sank sat saw sent shone shook shrank slept slid sold sought
  sped spent sprang stole stood stuck struck strode strove swam swept swore swung taught took tore thought threw told trod
  undertook understood upheld was went were woke won wore withdrew withheld withstood wrote`.split(/\s+/),
);

/** Likewise right behind a subject, where no noun can stand: "Ruiz beat Lee", "the bank cut jobs". */
export const isPastOfSubject = (word: string): boolean => isPastTense(word) || nounLike.test(word);

const nounLike =
  /^(?:beat|bet|bid|bore|broadcast|cast|cut|hit|hurt|let|quit|read|rose|set|shed|shot|shut|split|spoke|spread)$/;
