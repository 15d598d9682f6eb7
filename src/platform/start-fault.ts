/** What keeps the server or a command from running, in words for people that say what to do. They need no trace. */
export class StartFault extends Error {}
