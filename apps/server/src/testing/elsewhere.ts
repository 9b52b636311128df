/** The parts of the interface whose tests stand in a file of their own, which must answer every operation under these paths. */
export const ELSEWHERE = {
  "acts.test.ts": ["/api/acts", "/api/records"],
  "figures.test.ts": ["/api/figures", "/api/fact-sheet", "/api/fact-sheet.csv", "/api/fact-sheet.pdf"],
  "rooms.test.ts": ["/api/assets", "/api/extraditions", "/api/organizations", "/api/people", "/api/links"],
} as const;
