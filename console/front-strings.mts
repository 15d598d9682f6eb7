/** The files of strings that the front door needs, and every page does: the build lays them into one of their own. */
export const frontStrings = ['shell', 'problems', 'patterns', 'forms', 'session'] as const;
