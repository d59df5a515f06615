import type { Edit } from '../copy.ts';

/**
 * Takes out when the lines of a recording were spoken, where most of several lines are so marked:
 *   [00:01:04] MARTA KLEIN: I will not.      (1:04) I will not.      00:01:04 I will not.
 *   Marta Klein  01:04
 *   I will not.                            as "Marta Klein: I will not."
 * and of subtitles (SubRip, WebVTT) their numbers and spans: "00:00:01,000 --> 00:00:04,000". The hours of a live blog, on
 * lines of their own and without seconds, stay.
 */
export function stripTimecodes(text: string): Edit[] {
  if (!/\d:\d\d/.test(text)) return [];
  const labels = [...text.matchAll(label)];
  if (labels.length >= fewest)
    return labels.map(({ index, 0: whole, 1: name }) => ({
      start: index + name!.length,
      end: index + whole.length,
      text: ': ',
      reason: 'markup',
    }));
  const marks = [...text.matchAll(mark)];
  const spoken = marks.filter(([, spans]) => spans === undefined);
  const lines = text.match(/^.*\S/gm)?.length ?? 0;
  const isRecording = marks.length > spoken.length || (spoken.length >= fewest && spoken.length * 3 > lines);
  if (!isRecording) return [];
  return marks.map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: '',
    reason: 'markup',
  }));
}

const fewest = 3;

/** Who speaks, on a line of its own, and when: up to the words below. */
const label =
  /^((?:\p{Lu}|speaker )[^\n:"“”]{1,40}?)[^\S\n]+[[(]?(?:\d{1,2}:)?\d{1,2}:\d\d[\])]?[^\S\n]*\n(?=\S)/gmu;

const mark =
  /^(?:((?:WEBVTT\b.*\n+)?(?:\d{1,5}\r?\n)?\d\d:(?:\d\d:)?\d\d[.,]\d{3} --> .*\n?)|[^\S\n]*(?:[[(](?:\d{1,2}:)?\d{1,2}:\d\d(?:[.,]\d{1,3})?[\])]|\d{1,2}:\d\d:\d\d(?:[.,]\d{1,3})?)[^\S\n]*[-–—]?[^\S\n]*(?=\S))/gm;
