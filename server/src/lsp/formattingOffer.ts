import type { ClientCapabilities, Connection, ServerCapabilities } from 'vscode-languageserver';
import { DocumentFormattingRequest, DocumentRangeFormattingRequest } from 'vscode-languageserver';
import type { QppDocument } from '../document/document.ts';

/** Offers formatting to the client as late and as narrowly as the client allows. */
export interface FormattingOffer {
  /** What is offered from the start, by what the client said of itself. */
  capabilities(ofClient: ClientCapabilities): Partial<ServerCapabilities>;
  /** To be told of each document that is opened. */
  opened(document: QppDocument): void;
}

const SELECTOR = { documentSelector: [{ language: 'xml' }] };

/**
 * An editor with two formatters of a language asks its user which to take. So formatting is offered for XML alone, and
 * not before a QRDA III file is open; to a client that takes no later offers, from the start.
 */
export function createFormattingOffer({ client }: Connection): FormattingOffer {
  let isOutstanding = false;
  return {
    capabilities({ textDocument }) {
      isOutstanding =
        textDocument?.formatting?.dynamicRegistration === true &&
        textDocument.rangeFormatting?.dynamicRegistration === true;
      return isOutstanding ? {} : { documentFormattingProvider: true, documentRangeFormattingProvider: true };
    },
    opened({ format }) {
      if (!isOutstanding || format !== 'qrda3') return;
      isOutstanding = false;
      // A client that refuses does without.
      const ignore = () => undefined;
      client.register(DocumentFormattingRequest.type, SELECTOR).catch(ignore);
      client.register(DocumentRangeFormattingRequest.type, SELECTOR).catch(ignore);
    },
  };
}
