import { readWebAddress } from './news-fields.ts';

/** The address of the page of a feed's item; null where it is none. */
export function readItemAddress(words: string | null): string | null {
  const address = readWebAddress(words);
  return address === null ? null : withoutTracking(address);
}

/** The id of a feed's item: where it is an address, outlets track it too. */
export function readItemId(words: string | null): string | null {
  return readItemAddress(words) ?? words;
}

/**
 * A web address without what only tells its outlet where readers come from, so that the same page is the same address in
 * each feed that links to it. All else stays as it is written, in its order: any other parameter may tell one article from
 * another.
 */
export function withoutTracking(address: string): string {
  const [, page = '', query = null, fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(address) ?? [];
  const [host = ''] = /(?<=^https?:\/\/)[^/:]+/i.exec(page) ?? [];
  const kept = query?.split('&').filter((parameter) => !isTracking(parameter, host)) ?? [];
  return (
    page + (kept.length === 0 ? '' : `?${kept.join('&')}`) + (trackingFragment.test(fragment) ? '' : fragment)
  );
}

function isTracking(parameter: string, host: string): boolean {
  const [name = '', value = ''] = parameter.split('=', 2);
  return (
    trackingNames.test(name) ||
    (namesOfOrigin.test(name) && /^(?:rss|feed|atom)(?:[-_]\w+)?$/i.test(value)) ||
    trackingOfOutlets.some(([outlet, names]) => outlet.test(host) && names.test(name))
  );
}

/** Names that the documentation of these services gives, each too odd to mean anything else. */
const trackingNames = new RegExp(
  `^(?:${[
    'utm_\\w+', // Google Analytics
    'gclid|gclsrc|dclid|gbraid|wbraid', // Google Ads
    'fbclid', // Facebook
    'msclkid', // Microsoft Advertising
    'twclid|ttclid|yclid|igshid|li_fat_id', // Twitter, TikTok, Yandex, Instagram, LinkedIn
    'mc_cid|mc_eid', // Mailchimp
    'mkt_tok', // Marketo
    '_hsenc|_hsmi|__hs\\w+', // HubSpot
    'at_(?:medium|campaign|campaign_type|custom\\d|format|creation|variant|send_date|link_\\w+|ptr_\\w+|bbc_team)', // AT Internet
    'xtor', // AT Internet, before
    'ns_(?:mchannel|source|campaign|linkname|fee)', // Comscore
    '(?:pk|mtm|piwik|matomo)_(?:campaign|kwd|keyword|source|medium|content|cid|group|placement)', // Matomo
    's_kwcid', // Adobe Analytics
    'wt[_.](?:mc|zmc|mc_id)', // Webtrends
  ].join('|')})$`,
  'i',
);

/** Names that other sites use for other things: they are tracking only where they say that a feed led here. */
const namesOfOrigin = /^(?:partner|emc|source|src|ref|from|cmp|cid|campaign|medium|channel|feedtype)$/i;

/** What outlets have of their own: elsewhere these names may mean anything. */
const trackingOfOutlets: readonly (readonly [RegExp, RegExp])[] = [
  [/(?:^|\.)aljazeera\.com$/i, /^traffic_source$/i],
  [/(?:^|\.)bloomberg\.com$/i, /^cmpid$/i],
  [/(?:^|\.)(?:msn\.com|bbc\.(?:com|co\.uk))$/i, /^ocid$/i],
  [/(?:^|\.)dw\.com$/i, /^maca$/i],
  [/(?:^|\.)nytimes\.com$/i, /^(?:smid|smtyp)$/i],
];

/** "#xtor=RSS-3208", "#utm_source=rss"; other fragments lead to entries of a live blog. */
const trackingFragment = /^#(?:xtor|utm_\w+|at_medium)=/i;
