/** Whether a paragraph says whose a picture is, or which one it is: "Image source, Getty Images", "(AP Photo/Jane Doe)", "1 of 4". */
export function isPictureCredit(paragraph: string): boolean {
  return (
    paragraph.length <= 120 &&
    (credit.test(paragraph) ||
      picturesAlone.test(paragraph) ||
      agencyPhoto.test(paragraph) ||
      photographer.test(paragraph) ||
      media.test(paragraph) ||
      pictured.test(paragraph))
  );
}

/** "Image source, Getty Images", "Photographs by Pau Riera" */
const credit =
  /^\W{0,2}(?:image source|(?:photo|photograph|picture|image|video|illustration|graphic)s? by),? ?[^.!?"“”:]{2,80}$/i;

/** Whose pictures papers print, alone below one: "Getty Images", "Alamy/PA" */
const picturesAlone =
  /^(?:Getty Images|Shutterstock|Alamy|iStock|AFP via Getty Images)(?: ?\/ ?\p{Lu}[\p{L} ]{1,30})?$/u;

/** "AP Photo/Jane Doe", "AB PHOTO: KELVIN CHUA", "PHOTOS: THE COURIER" */
const agencyPhoto =
  /^(?:\(?AP Photo\/[\p{L} .,'’-]{3,40}\)?|(?:[A-Z]{2,8} )?PHOTOS?: [A-Z][A-Z .,'’/-]{3,60})$/u;

/** "Ana Lee/NPR" */
const photographer = /^\p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}.'’-]+){1,2} ?\/ ?\p{Lu}[\p{L} ]{1,24}$/u;

/** What a picture shows, without a full stop: "The kitchen, pictured at midday. Right: the hedge" */
const pictured =
  /^\p{Lu}[^"“”!?:]{3,80},? (?:is |are )?pictured (?:above|at|below|here|in|last|left|on|outside|right|with)\b[^"“”]{0,60}(?<![.!?:,;"“”’…])$/u;

/** "[fig: heatmap]", "(photo)(video)", "1 of 4", "Video 2", "Duration 0:42", "0:00 / 4:32" */
const media =
  /^(?:\[(?:fig|figure|picture|photo|image|graphic|chart|map|video)\b[^[\]]{0,160}\]|(?:\((?:photo|video|graphic|map|file)\) ?){1,4}|(?:(?:image|photo|slide) )?\d{1,2} ?(?:of|\/) ?\d{1,2}|(?:video|photos?|image|slide)(?: \d{1,3})?|duration \d{1,2}:\d\d|\d{1,2}:\d\d ?\/ ?\d{1,2}:\d\d|\d{1,3} minutes?)$/i;
