type VitestReport = {
  testResults?: {
    name?: string;
    status?: string;
    message?: string;
    assertionResults?: { status: string; fullName: string; failureMessages?: string[] }[];
  }[];
};
type Suite = {
  suites?: Suite[];
  specs?: {
    ok: boolean;
    title: string;
    file: string;
    tests?: { results?: { error?: { message?: string } }[] }[];
  }[];
};
type PlaywrightReport = { suites?: Suite[]; errors?: { message?: string }[] };

export function failuresOfVitest(report: VitestReport): string[];
export function failuresOfPlaywright(report: PlaywrightReport): string[];
