/** Messages that bytecode names by number. V8: MessageTemplate (src/common/message-template.h) of 13.6. */
export const messageNumbers = {
  InvalidInOperatorUse: 85,
  InvalidPrivateBrandStatic: 323,
  InvalidPrivateMethodWrite: 329,
  InvalidPrivateGetterAccess: 330,
  InvalidPrivateSetterAccess: 331,
} as const;

export type NumberedMessage = keyof typeof messageNumbers;
