/** A report whose finding has a way of data through three files, for the pages that show one. */
const place = (uri, startLine, text) => ({ physicalLocation: { artifactLocation: { uri }, region: { startLine, snippet: { text } } } });

const FOLDER = 'transfer-service/src/main/java/bank/jianghai/transfer';

const STEPS = [
  [`${FOLDER}/TransferController.java`, 58, '    String payee = request.getParameter("payee");', 'request parameter payee'],
  [`${FOLDER}/TransferService.java`, 112, '    return payees.find(query.payee(), query.customer());', 'handed on as it came'],
  [`${FOLDER}/PayeeQuery.java`, 37, '        sb.append(" and payee_name like \'%").append(payee).append("%\'");', 'joined with the statement'],
  [`${FOLDER}/PayeeQuery.java`, 44, '    return jdbc.query(sb.toString(), PAYEE_MAPPER);', 'executed as SQL'],
];

export const FLOW_LINE = 'flow';

export function flowReport() {
  const locations = STEPS.map(([uri, line, text, message]) => ({ location: { ...place(uri, line, text), message: { text: message } } }));
  const [uri, line, text] = STEPS.at(-1);
  return {
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'flowing', version: '1.0', rules: [{ id: 'SQL-1', shortDescription: { text: 'Search for payees joins a value into SQL' } }] } },
        results: [
          {
            ruleId: 'SQL-1',
            level: 'error',
            message: { text: 'The request parameter payee reaches the execution of SQL in four steps, and nothing checks it on the way.' },
            locations: [place(uri, line, text)],
            codeFlows: [{ threadFlows: [{ locations }] }],
          },
        ],
      },
    ],
  };
}

/** Sends a report from the page of somebody who may; answers with the status and the text. */
export function upload(page, application, line, report) {
  return page.evaluate(
    async ([key, lineName, sarif]) => {
      const session = await (await fetch('/api/v1/session')).json();
      const form = new FormData();
      const about = { application: key, line: lineName, lineKind: 'BRANCH', commit: 'f'.repeat(40), kind: 'OTHER', complete: true };
      form.append('about', new Blob([JSON.stringify(about)], { type: 'application/json' }));
      form.append('file', new Blob([JSON.stringify(sarif)], { type: 'application/json' }), `${lineName}.sarif`);
      const response = await fetch('/api/v1/reports?wait=60', { method: 'POST', body: form, headers: { [session.csrf.header]: session.csrf.token } });
      return { status: response.status, body: await response.text() };
    },
    [application, line, report],
  );
}
