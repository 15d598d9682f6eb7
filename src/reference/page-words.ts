import { type IncomingHttpHeaders } from 'node:http';
import { type Group } from './advice';

export const languages = ['en', 'id'] as const;
export type Language = (typeof languages)[number];

/** The frame of the pages: headings and links. What they say of a problem is English, like the `detail` of an answer. */
export interface PageWords {
  readonly documentation: string;
  readonly problems: string;
  readonly problem: string;
  readonly intro: string;
  readonly status: string;
  readonly cause: string;
  readonly remedy: string;
  readonly where: string;
  readonly members: string;
  readonly fields: string;
  readonly fieldIntro: string;
  readonly contract: string;
  readonly console: string;
  readonly other: string;
  readonly groups: Readonly<Record<Group, string>>;
}

export const pageWords: Readonly<Record<Language, PageWords>> = {
  en: {
    documentation: 'API documentation',
    problems: 'All problems',
    problem: 'Problem',
    intro: 'Every refusal has a code. Programs switch on it; it is never renamed.',
    status: 'HTTP status',
    cause: 'What happened',
    remedy: 'What to do',
    where: 'Where it occurs',
    members: 'Further members of the answer',
    fields: 'Faults of fields',
    fieldIntro: 'The codes in errors of a validation-failed.',
    contract: 'OpenAPI document',
    console: 'Console',
    other: 'Bahasa Indonesia',
    groups: {
      every: 'Any request.',
      files: 'The files of the console.',
      'with-body': 'Requests with a body.',
      'with-credentials': 'Requests that need credentials.',
      'with-key': 'Requests with a key.',
      idempotent: 'Requests with the header Idempotency-Key.',
      changing: 'Requests that change something.',
      'stepped-up': 'Requests for which the key policy of the company asks for a proof.',
    },
  },
  id: {
    documentation: 'Dokumentasi API',
    problems: 'Semua masalah',
    problem: 'Masalah',
    intro: 'Setiap penolakan punya kode. Program memakai kode itu; kode tidak pernah diganti.',
    status: 'Status HTTP',
    cause: 'Apa yang terjadi',
    remedy: 'Apa yang harus dilakukan',
    where: 'Di mana ini terjadi',
    members: 'Kolom lain dalam jawaban',
    fields: 'Kesalahan isian',
    fieldIntro: 'Kode di dalam errors dari validation-failed.',
    contract: 'Dokumen OpenAPI',
    console: 'Konsol',
    other: 'English',
    groups: {
      every: 'Semua permintaan.',
      files: 'Berkas konsol.',
      'with-body': 'Permintaan dengan isi.',
      'with-credentials': 'Permintaan yang memerlukan kredensial.',
      'with-key': 'Permintaan dengan kunci.',
      idempotent: 'Permintaan dengan header Idempotency-Key.',
      changing: 'Permintaan yang mengubah sesuatu.',
      'stepped-up': 'Permintaan yang menurut kebijakan kunci perusahaan memerlukan bukti.',
    },
  },
};

/** In which language a page is wanted, and whether its address says so. */
export interface ChosenLanguage {
  readonly language: Language;
  readonly chosen: boolean;
}

/** As `?lang=` says it, else as the console was set in this browser, else as the browser prefers. */
export function languageFor(url: string, { cookie, ...headers }: IncomingHttpHeaders): ChosenLanguage {
  const asked = new URLSearchParams(url.split('?', 2)[1]).get('lang');
  const set = /(?:^|;\s*)kunci_language=(en|id)(?:;|$)/.exec(cookie ?? '')?.[1];
  const wanted = asked ?? set ?? headers['accept-language']?.trim().slice(0, 2).toLowerCase();
  return { language: wanted === 'id' ? 'id' : 'en', chosen: asked !== null };
}
