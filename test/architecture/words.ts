import ts from 'typescript';
import { type SourceFile } from './repository';

/** Older names, each with the one that the glossary has now. */
const renamed: Readonly<Record<string, string>> = {
  Asking: 'CurrentPrincipal',
  Demand: 'AccessRequirement',
  demandOf: 'requirementOf',
  Guesses: 'LoginThrottle',
  KnownPerson: 'PasswordAuthentication',
  Joining: 'AcceptInvitationService',
  ResettingService: 'IssueResetService',
  ResetRight: 'ResettableUsers',
  Presenting: 'CredentialReader',
  Presented: 'PresentedCredential',
  Round: 'Heartbeat',
  Rounds: 'HeartbeatLoop',
  Beginning: 'HeartbeatStart',
  Lease: 'CacheLease or TokenLease',
  EventFeed: 'ChangeFeed',
  Happening: 'ChangeEvent',
  Holding: 'LeasedTokens',
  Holdings: 'TokenLeases',
  Returns: 'TokenReturns',
  SharedTakes: 'CoalescedRefill',
  KeyActs: 'KeyCommandGuards',
  KeyAllowance: 'ActiveKeyLimit',
  useAct: 'useCommand',
  Urgent: 'FastReader',
  Foundations: 'BootstrapDeps',
  GuestModule: 'Manifest',
  Everything: 'AppRoot',
  Ask: 'StepUpPrompt',
  Failed: 'RouteError',
  EventsModule: 'AuditModule or ClusterModule',
  PlatformAdminModule: 'OperatorsModule',
};

/** Ways to form a name that the house has left, each with what to say in its place. */
const bannedForms: readonly (readonly [form: RegExp, instead: string])[] = [
  [/^refuse[A-Z]/, 'assertX, for what throws unless all is well'],
  [/^most[A-Z]/, 'maxX'],
  [/wish/i, 'input'],
  [/guess/i, 'attempt'],
  [/redemption/i, 'the act itself, such as acceptInvitation'],
];

/** Words that no file or folder is named by. */
const bannedInPaths = ['acts', 'wishes', 'guesses', 'redemption', 'presenting', 'demand', 'platform-admin'];

/** Phrases that a reader of today stumbles over, each with what to say in its place. */
const bannedPhrases: readonly (readonly [phrase: RegExp, instead: string])[] = [
  [/\banew\b/i, 'again, or with a new …'],
  [/\bfor ever\b/i, 'permanently'],
  [/\bwho(ever)? asks\b|\bwho is asking\b/i, 'the caller, or the principal'],
  [/\bany more\b/i, 'no longer'],
  [/\bgood no more\b/i, 'no longer valid'],
  [/\bwhat (becomes|became|came) of\b/i, 'the outcome, or the result'],
  [/\bin the clothes of\b/i, 'as'],
  [/\bfor want of\b/i, 'for lack of'],
  [/\blest\b/i, 'so that … not'],
  [/\bshall\b/i, 'must, should or will'],
];

/** Riddles: phrases that leave open who does what, or have not been said for long. */
const bannedRiddles: readonly (readonly [phrase: RegExp, instead: string])[] = [
  [/\b(to|for|from|by|than|refuses?) who\b/i, 'someone who, or the noun'],
  [/\bthat (is|are) none\b/i, 'invalid, or unknown'],
  [/\b(?<!there )(is|are) no more(?! than)\b/i, 'is gone, or is no longer'],
  [/\bin the place of\b/i, 'instead of, or replaces'],
  [/\bin the midst of\b/i, 'in the middle of'],
  [/\bbut for\b/i, 'except'],
  [/\bspeaks? against\b/i, 'is a reason against'],
  [/\btells? of\b/i, 'reports, records or mentions'],
  [/\blets? go of\b/i, 'releases, or drops'],
  [/\bin vain\b/i, 'without success'],
];

/** @returns each exported name and each path that uses an older word, as `where: word → what to say`. */
export function oldNamesIn(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ file, text }) => [
    ...bannedInPaths
      .filter((word) => file.split('/').some((part) => partsOf(part).includes(`-${word}-`)))
      .map((word) => `${file}: ${word} in its name`),
    ...exportsOf(file, text).flatMap((name) => {
      const instead = renamed[name] ?? bannedForms.find(([form]) => form.test(name))?.[1];
      return instead === undefined ? [] : [`${file}: ${name} → ${instead}`];
    }),
  ]);
}

/** @returns each phrase of the first list in these texts, as `where:line: phrase → what to say`. */
export function oldPhrasesIn(files: readonly SourceFile[]): string[] {
  return phrasesIn(files, bannedPhrases);
}

/** @returns each phrase of the second list in these texts, in the same form. */
export function riddlesIn(files: readonly SourceFile[]): string[] {
  return phrasesIn(files, bannedRiddles);
}

function phrasesIn(files: readonly SourceFile[], banned: typeof bannedPhrases): string[] {
  return files.flatMap(({ file, text }) =>
    text.split('\n').flatMap((line, at) =>
      banned.flatMap(([phrase, instead]) => {
        const found = phrase.exec(line);
        return found === null ? [] : [`${file}:${at + 1}: ${found[0]} → ${instead}`];
      }),
    ),
  );
}

/** @returns the names that a file exports where they are declared. */
export function exportsOf(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  return source.statements.filter(isExported).flatMap((statement) => {
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map(({ name }) => name.getText());
    const isNamed =
      ts.isClassDeclaration(statement) ||
      ts.isFunctionDeclaration(statement) ||
      ts.isInterfaceDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement);
    return isNamed && statement.name !== undefined ? [statement.name.text] : [];
  });
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

/** `key-wishes.spec.ts` as `-key-wishes-spec-ts-`, so that whole words can be found in it. */
function partsOf(name: string): string {
  return `-${name.replaceAll('.', '-')}-`;
}
