import { wireServiceNamed } from '../../wire-services.ts';
import { isKnownCity } from './places.ts';

/** The paper or agency behind a name: "TNN", "AFP", "The Herald", "Example News". */
export function isOutlet(words: string): boolean {
  if (wireServiceNamed(words) !== null) return true;
  if (/^[A-Z]{2,5}$/.test(words))
    return !isKnownCity(words) && !/^(?:C[EFOT]O|MP|MEP|MSP|QC|KC|MD|PHD|OBE|MBE|US|UK|EU|UN)$/.test(words);
  return (
    outletPattern.test(words) ||
    (/^[\p{Lu} .'’-]+$/u.test(words) && outletPattern.test(inSmallLetters(words)))
  );
}

/** Nouns that papers, stations and agencies end with; these are no surnames. Papers that merged have two: "Times-Herald". */
const outletNouns =
  'News|Post|Times|Press|Herald|Tribune|Gazette|Telegraph|Chronicle|Journal|Guardian|Agency|Wire|Service|Bureau|Courier|Observer|Examiner|Inquirer|Sentinel|Dispatch|Bulletin|Advertiser|Broadcasting|Television|Radio|Magazine|Newspapers?|Media|Network|Online|Clarion';
const outletPattern = new RegExp(
  `^(?:The )?(?:[A-Z][\\w.'’-]+ ){0,3}(?:(?:Times|Star|News|Post|Herald|Journal|Union|Sun|Globe)-)?(?:${outletNouns}|Star|Sun|Mail|Mirror|Express|Standard|Globe|Register|Record|Independent|Mercury|Argus|Echo|Today|TV|FM)$`,
);

function inSmallLetters(words: string): string {
  return words.replace(/\p{Lu}\p{Lu}+/gu, (word) => word[0] + word.slice(1).toLowerCase());
}
