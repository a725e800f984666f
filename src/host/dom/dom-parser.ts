/** DOMParser. HTML: 8.5.1 The DOMParser interface. Simplified: of HTML only; what is XML is refused by name. */
import { HostData, throwError } from '../../engine/index.ts';
import { parseDocument } from './html-parsing.ts';
import { type InterfaceTable, membersOf } from './interfaces.ts';

class ParserData extends HostData {}

const xmlTypes = ['text/xml', 'application/xml', 'application/xhtml+xml', 'image/svg+xml'];

const members = membersOf(ParserData, {
  operations: {
    parseFromString: [
      2,
      (dom, _self, [text, given]) => {
        const type = dom.text(given);
        if (xmlTypes.includes(type))
          throwError(dom.isolate, 'Error', `Underhood does not simulate DOMParser for ${type} yet`);
        if (type !== 'text/html')
          dom.throwTypeError(
            `Failed to execute 'parseFromString' on 'DOMParser': The provided value '${type}' is not a valid enum value of type SupportedType.`,
          );
        const document = parseDocument(dom.text(text));
        document.readyState = 'complete';
        dom.wrapAll(document);
        return dom.wrap(document);
      },
    ],
  },
});

export const parserInterfaces: InterfaceTable = {
  DOMParser: {
    members: [members],
    construct: (dom, _args, newTarget) => dom.newInstance('DOMParser', new ParserData(), newTarget),
  },
};
