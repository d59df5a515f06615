import { z } from 'zod';

/** One setting: its name in the environment and on the command line, and what it does. The README's table is this. */
export interface Setting {
  readonly env: string;
  /** `onrecord serve --<option>`. */
  readonly option: string;
  /** As shown to people. */
  readonly default: string;
  readonly description: string;
}

const settingsByKey = {
  host: {
    env: 'HOST',
    option: 'host',
    default: '127.0.0.1',
    description: 'the address to listen on; 0.0.0.0 or :: for all',
  },
  port: {
    env: 'PORT',
    option: 'port',
    default: '3000',
    description: 'the port to listen on; 0 for any free one',
  },
  database: {
    env: 'ONRECORD_DATABASE',
    option: 'database',
    default: 'onrecord.db',
    description: 'the file that everything is stored in',
  },
  apiKeys: {
    env: 'ONRECORD_API_KEYS',
    option: 'api-keys',
    default: '',
    description: 'keys that may write, separated by commas; without any, only this machine may write',
  },
  maxBody: {
    env: 'ONRECORD_MAX_BODY',
    option: 'max-body',
    default: '10 MiB',
    description: 'the largest body that is taken, in bytes, KiB or MiB',
  },
  rateLimit: {
    env: 'ONRECORD_RATE_LIMIT',
    option: 'rate-limit',
    default: 'none',
    description: 'requests a minute from one address; none for no limit',
  },
  logLevel: {
    env: 'LOG_LEVEL',
    option: 'log-level',
    default: 'info',
    description: 'fatal, error, warn, info, debug, trace or silent',
  },
} as const satisfies Record<string, Setting>;

export const settings: readonly Setting[] = Object.values(settingsByKey);

const units: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  k: 1024,
  kb: 1024,
  kib: 1024,
  m: 1024 ** 2,
  mb: 1024 ** 2,
  mib: 1024 ** 2,
};
const sizePattern = /^(\d{1,12})\s*([a-z]*)$/i;
/** A string is at most 512 MiB long in this engine; an article is far below. */
const largestBody = 256 * 1024 ** 2;

const ConfigSchema = z.object({
  host: z.string().regex(/^\S+$/, 'must be an address or a host name'),
  port: z
    .string()
    .regex(/^\d{1,5}$/, { error: 'must be a number from 0 to 65535', abort: true })
    .transform(Number)
    .refine((port) => port < 65_536, 'must be a number from 0 to 65535'),
  database: z.string().min(1, 'must be the path of a file'),
  apiKeys: z
    .string()
    // Whoever sets keys means to have some: without any, other rules hold.
    .refine((list) => list === '' || /[^\s,]/.test(list), 'holds no key: name one, or leave it out')
    .transform((list) =>
      list
        .split(',')
        .map((key) => key.trim())
        .filter((key) => key !== ''),
    )
    .refine(
      (keys) => keys.every((key) => /^[\x21-\x7e]+$/.test(key)),
      'must be keys without blanks, separated by commas',
    ),
  maxBody: z.string().transform((size, context) => {
    const [, number, unit = ''] = sizePattern.exec(size.trim()) ?? [];
    const bytes = Number(number) * (units[unit.toLowerCase()] ?? Number.NaN);
    if (bytes >= 1 && bytes <= largestBody) return bytes;
    context.addIssue('must be a size up to 256 MiB, like 10 MiB');
    return z.NEVER;
  }),
  rateLimit: z
    .string()
    .regex(/^(?:none|[1-9]\d{0,8})$/, {
      error: 'must be none, or a number of requests a minute',
      abort: true,
    })
    .transform((limit) => (limit === 'none' ? null : Number(limit))),
  logLevel: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
    error: 'must be one of fatal, error, warn, info, debug, trace, silent',
  }),
});

export type Config = Readonly<z.output<typeof ConfigSchema>>;

/**
 * Reads the settings: options win over the environment, the environment over the defaults; an empty value is none.
 * Throws an Error whose message names every setting that is wrong, where it came from, and what it takes.
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  options: Readonly<Record<string, string | undefined>> = {},
): Config {
  const given = Object.entries(settingsByKey).map(([key, setting]) => {
    const option = options[setting.option];
    const variable = environment[setting.env] || undefined;
    return {
      key,
      name: option === undefined ? setting.env : `--${setting.option}`,
      value: option ?? variable ?? setting.default,
    };
  });
  const parsed = ConfigSchema.safeParse(Object.fromEntries(given.map(({ key, value }) => [key, value])));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => {
    const { key, name, value } = given.find((setting) => setting.key === issue.path[0])!;
    return `${name} ${issue.message}${key === 'apiKeys' ? '' : `, and is "${value}"`}`;
  });
  throw new Error(faults.join('\n'));
}
