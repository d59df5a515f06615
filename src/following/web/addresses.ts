import { failure } from './failures.ts';

/** An address as it may be shown to people and written into logs: without what gives access to it. */
export function showAddress(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  url.username = '';
  url.password = '';
  for (const name of [...url.searchParams.keys()]) {
    if (secretNames.test(name)) url.searchParams.set(name, '***');
  }
  return url.href;
}

const secretNames = /^(?:.*[_-])?(?:key|apikey|token|secret|password|passwd|auth|sig|signature)$/i;

/** An address to ask, without its fragment. Throws where it is none of the web. */
export function readUrl(address: string, base?: URL): URL {
  const url = URL.canParse(address, base?.href) ? new URL(address, base?.href) : null;
  if (url === null) throw failure(`${address} is no address of the web.`);
  if (!/^https?:$/.test(url.protocol)) {
    throw failure(`${showAddress(url.href)} is not asked: only http and https are.`);
  }
  url.hash = '';
  return url;
}

/** The credentials in an address, as a header gives them; null where there are none. */
export function credentialsOf({ username, password }: URL): string | null {
  if (username === '' && password === '') return null;
  const words = [username, password].map((word) => {
    try {
      return decodeURIComponent(word);
    } catch {
      return word;
    }
  });
  return `Basic ${Buffer.from(words.join(':')).toString('base64')}`;
}
