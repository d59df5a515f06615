/** Whether a paragraph is what a page prints around an advertisement. */
export function isAdvertisement(paragraph: string): boolean {
  return label.test(paragraph) || bare.test(paragraph) || goesOn.test(paragraph) || shouted.test(paragraph);
}

/** "Advertisement", "SPONSORED CONTENT · Acme", "A message from our sponsor" */
const label =
  /^\W{0,3}(?:advertisements?|advert|text ad|partner content|sponsored(?: content| links?| by [^.!?]{2,40})?|promoted(?: content)?|paid (?:content|post)|a (?:message|word) from our (?:sponsors?|partners?))(?: ?[-–—:,.·|] ?.{0,60})?\W{0,3}$/i;

/** "Ad", "Report this ad", "Go ad-free" */
const bare = /^\W{0,3}(?:ad|(?:report|remove|hide) (?:this |these )?ads?|go ad-free)\W{0,3}$/i;

/** "Story continues below advertisement", "Scroll to continue", "Skip ad" */
const goesOn =
  /^\W{0,3}(?:(?:story|article|content) continues(?: (?:below|after|on)|$)|scroll (?:down )?to continue|continue reading below|(?:skip|close) (?:ad|advertisement)\b).{0,80}$/i;

/** "Subscriber-only article. ADVERTISEMENT Article continues below" */
const shouted = /^[^"“”]{0,40}\bADVERTISEMENT\b[^"“”.!?]{0,40}$/;
