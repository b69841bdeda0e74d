// Fetched only for who pastes: reading tables, lists and chats takes a reader of its own.
export { givenLetters } from "#knowledge/language/given-letters";
export { withPastedEntries } from "#knowledge/review/pasted-entries";
export {
  leftOutInWords,
  partsInWords,
  systemsInWords,
} from "#knowledge/review/post-mortem/chat-noise";
export { readPaste } from "#knowledge/review/post-mortem/pasted-rows";
