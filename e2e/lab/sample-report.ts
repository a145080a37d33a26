/** The smallest report that Outport keeps, as JSON. */
export const sampleReport = JSON.stringify({
  version: 1,
  made: '2026-11-24T10:06:00.000Z',
  vantage: 'hosted',
  host: 'mail.example.com',
  ports: [],
  findings: [],
  masked: true,
});
