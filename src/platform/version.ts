/** The version of this program, as in package.json; the document of the API carries it. */
export const programVersion = '0.2.0';
