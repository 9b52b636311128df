import { describe, expect, it } from "vitest";
import { boundsOf, dayIn, sayCountry, sayDate, sayInstant, sayMoney, sayNumber } from "./dates.ts";

describe("a date in words", () => {
  it.each([
    ["2021", "2021", "2021"],
    ["2021-06", "June 2021", "junio de 2021"],
    ["2024-05-31", "May 31, 2024", "31 de mayo de 2024"],
    ["2021-04/2021-05", "April 2021 to May 2021", "abril de 2021 a mayo de 2021"],
  ])("%s is no more precise than it is known", (date, english, spanish) => {
    expect(sayDate(date, "en")).toBe(english);
    expect(sayDate(date, "es")).toBe(spanish);
  });

  it("leaves text alone that is no date", () => {
    expect(sayDate("after the plea", "en")).toBe("after the plea");
  });

  it("knows the last day of a leap February", () => {
    expect(boundsOf("2024-02")).toEqual({ from: "2024-02-01", to: "2024-02-29" });
    expect(boundsOf("2018/2019-03")).toEqual({ from: "2018-01-01", to: "2019-03-31" });
  });
});

describe("a moment", () => {
  it("is told in the time zone of the installation, whose name it carries", () => {
    expect(sayInstant("2026-11-24T08:30:00.123456Z", "en", "America/New_York")).toMatch(
      /Nov 24, 2026.*3:30:00.*EST/,
    );
  });
});

describe("the day of a moment", () => {
  it("is the one of the time zone", () => {
    const moment = new Date("2024-06-01T03:30:00Z");
    expect(dayIn("America/New_York", moment)).toBe("2024-05-31");
    expect(dayIn("Pacific/Kiritimati", moment)).toBe("2024-06-01");
  });
});

describe("numbers", () => {
  it("are grouped as the reader writes them", () => {
    expect(sayNumber(1234567, "en")).toBe("1,234,567");
    expect(sayNumber(1234, "es")).toBe("1,234");
  });

  it("of money come from integer minor units", () => {
    expect(sayMoney({ minor: 1234500, currency: "USD" }, "en")).toBe("$12,345");
    expect(sayMoney({ minor: 1234550, currency: "USD" }, "en")).toBe("$12,345.50");
    expect(sayMoney({ minor: 500, currency: "JPY" }, "en")).toBe("¥500");
  });

  it("name a country", () => {
    expect(sayCountry("GT", "es")).toBe("Guatemala");
    expect(sayCountry("not a code", "en")).toBe("not a code");
  });
});
