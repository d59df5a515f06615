import { describe, expect, it } from 'vitest';
import { extract } from '../../src/index.ts';

const german =
  'Die Bürgermeisterin von Lüneburg hat am Dienstag die neue Brücke eröffnet. „Wir haben lange darauf gewartet“, sagte sie vor dem Rathaus. ' +
  'Die Arbeiten hatten drei Jahre gedauert, und sie waren teurer geworden als geplant.';

describe('an article that is surely not English', () => {
  const article = extract(german);

  it('is kept with its paragraphs and its language, and a problem in place of guesses', () => {
    expect(article.language).toBe('de');
    expect(article.paragraphs).toHaveLength(1);
    expect([article.entities, article.quotes]).toEqual([[], []]);
    expect(article.problems).toMatchObject([{ code: 'not-english', span: null }]);
  });

  it('keeps the language that it states of itself', () => {
    expect(extract(german, { metadata: { language: 'de-AT' } }).language).toBe('de-AT');
  });
});

describe('two sentences', () => {
  it.each([
    [
      'es',
      'La alcaldesa de Cuenca pidió el lunes más dinero para las escuelas. Los padres dicen que no basta.',
    ],
    [
      'pt',
      'O prefeito disse na terça-feira que a obra vai atrasar. Os moradores não foram avisados pela empresa.',
    ],
    ['it', 'Il sindaco ha chiuso la strada per lavori. Gli abitanti della zona non sono stati avvertiti.'],
    [
      'fr',
      'Le maire de Brest a fermé le pont mardi soir. Les habitants attendent une réponse de la préfecture.',
    ],
    ['sv', 'Kommunen stänger bron på måndag. Det är tredje gången i år, och många är trötta på det.'],
    ['no', 'Kommunen stenger brua på mandag. Det er tredje gang i år, og mange er lei av det.'],
    [
      'nl',
      'De gemeente sluit de brug op maandag. Het is de derde keer dit jaar, en veel mensen zijn het zat.',
    ],
    ['pl', 'Burmistrz zamknął most w poniedziałek. To już trzeci raz w tym roku i nie jest to koniec.'],
  ])('are enough to be sure of %s', (language, text) => {
    const article = extract(text);
    expect(article.language).toBe(language);
    expect(article.problems).toMatchObject([{ code: 'not-english' }]);
  });
});

describe('what counts as English', () => {
  it.each([
    [
      'a list of Spanish names',
      'Juan de la Cruz, María del Pilar Rey, Luis de los Santos, Ana y Eva Ruiz de la Torre, José de la Peña',
    ],
    [
      'a Portuguese line-up',
      'Benfica: Costa; Dos Santos, da Silva, de Almeida, Pereira; Ramos, do Rosário, Neves e Sá; Gomes, Di María',
    ],
    [
      'a dish with its name',
      'Chefs in Lima serve arroz con pollo a la chiclayana and lomo saltado to the tourists who queue there for hours.',
    ],
    [
      'a foreign quotation in an English story',
      `The mayor opened the bridge on Tuesday. “${german.slice(75, 118)}”, she said, and then she went back to the town hall.`,
    ],
    ['a table of results', 'Ajax 2 Feyenoord 1\nPSV 0 Twente 0\nUtrecht 3 Groningen 3'],
    ['what is too short to tell', 'Danke.'],
  ])('%s', (_, text) => {
    const article = extract(text);
    expect(article.language).toBe('en');
    expect(article.problems.filter(({ code }) => code === 'not-english')).toEqual([]);
  });
});
