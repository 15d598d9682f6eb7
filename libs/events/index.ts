export { type CoreEventType, events } from './catalogue';
export { defineEvent, type EventDraft, type EventKind, eventOf } from './define-event';
export { EventCatalogue } from './event-catalogue';
export { plainWords } from './plain-words';
