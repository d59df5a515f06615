/** Whether a paragraph is a rule, an end mark or a label of archives: "___", "* * *", "-30-", "(MORE)", "FULL TEXT". */
export function isEndMark(paragraph: string): boolean {
  return (
    paragraph.length <= 64 &&
    (mark.test(paragraph) || /^(?:(?:ABSTRACT|FULL TEXT)[.:]?|ENDS?[.!:]?)$/.test(paragraph))
  );
}

const mark =
  /^(?:[_*#=~·•■●◆—–-][\s_*#=~·•■●◆—–-]{0,60}\.?|-? ?30 ?-|-? ?ENDS? ?-?|Enditem|The-CNN-Wire|-0-|\(?more\)?|\(?END\)?|[[({<=~*#/_|–—-]{1,4} ?ENDS? ?[\])}>=~*#/_|–—-]{1,4}|E&OE\.?)$/i;

/** An end mark behind the last word: "… years behind schedule. ■", "… to breathe." Enditem */
export const endMark = / ?(?:[■●◆]|Enditem)$/gm;
