import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/text/language.ts';

describe('detectLanguage', () => {
  it.each([
    [
      'en',
      'The council said on Tuesday that the bridge would stay closed until the spring, when the repairs begin.',
    ],
    [
      'de',
      'Der Rat teilte am Dienstag mit, dass die Brücke bis zum Frühjahr gesperrt bleibt und erst dann saniert wird.',
    ],
    [
      'fr',
      'Le conseil a annoncé mardi que le pont restera fermé jusqu’au printemps, quand les travaux vont commencer.',
    ],
    [
      'es',
      'El consejo dijo el martes que el puente estará cerrado hasta la primavera, cuando comiencen las obras.',
    ],
    [
      'it',
      'Il consiglio ha detto martedì che il ponte resterà chiuso fino alla primavera, quando inizieranno i lavori.',
    ],
    [
      'pt',
      'O conselho disse na terça-feira que a ponte não vai abrir até à primavera, quando as obras começam.',
    ],
    [
      'nl',
      'De raad zei dinsdag dat de brug tot het voorjaar dicht blijft, en dat er dan met het herstel wordt begonnen.',
    ],
    [
      'sv',
      'Rådet sade på tisdagen att bron är stängd till våren och att det inte finns någon annan väg för dem som bor där.',
    ],
    [
      'no',
      'Rådet sier at broen er stengt til våren, og at det ikke er noen annen vei for dem som bor der nå, etter flommen.',
    ],
    [
      'da',
      'Rådet siger, at broen er lukket til foråret, og at der ikke er nogen anden vej for dem, der bor der nu, af frygt.',
    ],
    [
      'pl',
      'Rada powiedziała we wtorek, że most będzie zamknięty do wiosny, i nie jest to dla nas dobra wiadomość.',
    ],
    [
      'id',
      'Dewan mengatakan bahwa jembatan itu akan tetap ditutup untuk perbaikan dan tidak bisa dilalui oleh warga.',
    ],
    [
      'tr',
      'Meclis, köprünün ilkbahara kadar kapalı olduğunu ve bu yolun daha sonra açılması için çok para gerektiğini dedi.',
    ],
    ['ru', 'Совет сообщил во вторник, что мост останется закрытым до весны, когда начнётся ремонт.'],
    ['uk', 'Рада повідомила у вівторок, що міст залишиться закритим до весни, коли розпочнеться ремонт.'],
    ['ar', 'قال المجلس يوم الثلاثاء إن الجسر سيبقى مغلقا حتى الربيع'],
    ['fa', 'شورا روز سه‌شنبه گفت که پل تا بهار بسته می‌ماند'],
    ['he', 'המועצה אמרה ביום שלישי שהגשר יישאר סגור עד האביב'],
    ['el', 'Το συμβούλιο είπε την Τρίτη ότι η γέφυρα θα μείνει κλειστή'],
    ['zh', '市议会星期二表示，大桥将关闭到春天，届时开始维修。'],
    ['ja', '市議会は火曜日、橋は春まで閉鎖されると発表した。'],
    ['ko', '시의회는 화요일에 다리가 봄까지 폐쇄될 것이라고 밝혔다.'],
    ['hi', 'परिषद ने मंगलवार को कहा कि पुल वसंत तक बंद रहेगा'],
  ])('%s', (language, text) => {
    const detected = detectLanguage(text);
    expect(detected.language).toBe(language);
    expect(detected.certainty).toBeGreaterThan(0.55);
  });

  it.each(['', 'Putin', '12 345 67', 'FC Köln - Real Madrid 2:1', '😀😀😀', 'Angela Merkel, Olaf Scholz'])(
    'takes %j for English, without certainty',
    (text) => {
      expect(detectLanguage(text)).toEqual({ language: 'en', certainty: 0.5 });
    },
  );

  it('takes an English story with foreign quotations for English', () => {
    const story =
      'The mayor said that the bridge was closed. “Le pont est fermé pour des travaux,” he said in French, and the ' +
      'crowd, which had come from all of the villages, was not happy with that. “Das ist nicht gut für uns,” said one of them.';
    expect(detectLanguage(story).language).toBe('en');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { certainty } = detectLanguage(text);
        expect(certainty).toBeGreaterThanOrEqual(0);
        expect(certainty).toBeLessThanOrEqual(1);
      }),
    );
  });
});
