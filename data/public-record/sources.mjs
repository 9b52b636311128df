/** Who published each source and what it is; the facts give addresses and dates only. */

const PUBLISHERS = [
  ["justice.gov/usao-sdtx", "U.S. Attorney's Office, Southern District of Texas"],
  ["justice.gov", "U.S. Department of Justice"],
  ["ice.gov", "U.S. Immigration and Customs Enforcement"],
  ["dhs.gov", "U.S. Department of Homeland Security"],
  ["home.treasury.gov", "U.S. Department of the Treasury"],
  ["ussc.gov", "U.S. Sentencing Commission"],
  ["trac.syr.edu", "TRAC, Syracuse University"],
  ["upi.com", "UPI"],
  ["reuters.com", "Reuters"],
];

const bare = (url) => url.replace(/^https?:\/\/(www\.)?/, "");

/** The publisher where its address tells, else the name of the site. */
export function publisherOf(url) {
  return PUBLISHERS.find(([start]) => bare(url).startsWith(start))?.[1] ?? bare(url).split("/")[0];
}

/** A readable, stable row key made of the address; sites repeat no path within 90 characters (a test proves keys unique). */
export function sourceKey(url) {
  return `source/${bare(url).toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "").slice(0, 90).replace(/-$/, "")}`;
}

export function sourceKindOf(kind) {
  if (/briefing|from official/.test(kind)) return "press-from-official";
  if (/republished official/.test(kind)) return "republished-official";
  if (/official web page/.test(kind)) return "official-page";
  if (/official release/.test(kind)) return "official-release";
  return "press";
}

/** How a source that is about one case is titled. */
export const TITLED = {
  "press-from-official": "Press report, from an official statement, on: ",
  "republished-official": "Official statement, republished, on: ",
  "official-page": "Official page on: ",
  "official-release": "Official release on: ",
  press: "Press report on: ",
};

const APPROXIMATE = { certainty: "inferred", note: "The month of the article is approximate." };
const YEAR_INFERRED = { certainty: "inferred", note: "The year is inferred from who was U.S. Attorney." };

/** What is known of an address beyond the facts' own fields. */
export const KNOWN = {
  "https://www.upi.com/Top_News/US/2024/05/28/Honduran-human-smuggling-leader-sentenced/3261716949911/": { title: "Press report on the sentencing of the leader of a Honduras-based organization, with a figure on the task force" },
  "https://fahamuusaimmigration.com/office-of-public-affairs-four-defendants-extradited-from-guatemala-sentenced-for-roles-in-deadly-international-human-smuggling-conspiracy/": { title: "Release on the sentences of four defendants extradited from Guatemala, with figures on the task force, republished", dated: "2023-08-03/2023-12-04", certainty: "derived", note: "The stored text shows no day: after the last plea and before the summit readout of December 2023." },
  "https://www.washingtonexaminer.com/news/1025552/feds-crack-down-on-us-citizens-helping-gangs-smuggle-migrants": { title: "Press report on several sentences in the Southern District of Texas", ...APPROXIMATE },
  "https://trains.com/trn/news-reviews/news-wire/mexican-man-sentenced-in-human-smuggling-case-using-fake-union-pacific-truck": YEAR_INFERRED,
  "https://blackchronicle.com/national/feds-bust-elaborate-human-smuggling-operation-stretching-from-honduras-to-boston": YEAR_INFERRED,
  "https://www.justice.gov/usao-sdtx/pr/lead-defendants-prolific-human-smuggling-and-money-laundering-network-sentenced-joint": { title: "Release on the sentences of the lead defendants of a Laredo network, with figures on the task force" },
  "https://www.justice.gov/usao-sdtx/pr/final-two-members-deadly-human-smuggling-ring-sent-federal-prison": { note: "Posted late because of a government shutdown; the day is not shown." },
  "https://newsantaana.com/the-u-s-attorney-general-announces-initiatives-to-combat-human-smuggling-and-trafficking-at-the-border": { title: "Announcement that creates the task force, republished", note: "The stored page shows no day." },
  "https://adnamerica.com/en/colombia/justice-dept-task-force-declares-war-cartels-smuggling-migrants-through-darien-gap-jungle": { title: "Press report of a briefing by a co-director of the task force", dated: "2024-06-13", note: "The briefing was on 2024-06-05; the article is of 2024-06-13." },
  "https://www.shorenewsnetwork.com/2023/12/05/readout-of-joint-task-force-alpha-summit/": { title: "Readout of the task force's summit of December 2023, republished" },
  "https://www.justice.gov/opa/pr/justice-department-expands-efforts-dismantle-human-smuggling-operations-and-support": { title: "Release 24-688: the Justice Department expands its efforts against human smuggling" },
  "http://crweworld.com/usa/trendingnow/regulatory/3407778/fact-sheet-initiative-to-combat-transnational-human-smuggling-and-trafficking-networks-marks-third-anniversary": { title: "Fact sheet on the task force's third anniversary, republished" },
  "https://centranews.com.gt/?p=135943": { title: "Press report of September 2025 with older figures on the task force" },
  "https://netvamo.buzz/?p=289333": { title: "Press report with figures on the task force, republished" },
  "https://www.justice.gov/criminal/joint-task-force-alpha": { title: "Joint Task Force Alpha, official page", note: "The page bears no date; it speaks of the period June 2021 through December 2024." },
  "https://eldiariolealtadachihuahua.mx/estado/2025/feb/20/con-apoyo-de-estados-unidos-desmantelan-en-juarez-red-de-polleros-679035.html": { title: "Press report on arrests in Juárez, with figures on the task force" },
  "https://www.swissinfo.ch/spa/eeuu-extiende-su-lucha-contra-el-tr%C3%A1fico-de-migrantes-a-las-fronteras-norte-y-mar%C3%ADtimas/89957525": { title: "Press report on the task force's expansion to northern and maritime borders" },
};

/** Addresses that the facts name only beside others: what they bear out is told in the notes of the rows. */
export const BESIDE = [
  { url: "https://ringernews.com/readout-of-latest-justice-department-leadership-meeting-on-joint-task-force-alphas-anti-human-smuggling-and-trafficking-efforts", title: "Readout of the task force's first year, republished", dated: "2022-06", sourceKind: "republished-official" },
  { url: "https://usgovernmentnews.com/dhs-doj-announce-guatemalan-human-smuggling-extraditions/", title: "Announcement of four extraditions from Guatemala, republished", dated: "2023-03", sourceKind: "republished-official", certainty: "inferred", note: "The month is that of the extraditions." },
  { url: "http://crweworld.com/usa/trendingnow/regulatory/3407777/readout-of-joint-task-force-alphas-third-anniversary-meeting", title: "Readout of the meeting on the task force's third anniversary, republished", dated: "2024-06-11", sourceKind: "republished-official" },
  { url: "https://eltiempo.pe/internacional/estados-unidos-asegura-aumento-a-un-25-en-las-detenciones-por-trafico-ilegal-en-tres-anos/", title: "Press report that repeats the task force's figures of June 2024", sourceKind: "press", note: "The article bears no date." },
  { url: "https://2001online.com/usa/internacionales/alerta-en-las-fronteras-ee-uu-lanza-una-ofensiva-para-combatir-el-trafico-de-personas-en-mexico-y-canada-2025951890", title: "Press report on the task force's expansion of September 2025", sourceKind: "press" },
  { url: "https://home.treasury.gov/news/press-releases/jy2490", title: "Treasury blocks the property of a Guatemala-based family organization", dated: "2024-07-25", sourceKind: "official-release" },
  { url: "https://polarherald.com/politics/justice-system/akwesasne-man-extradited-to-us-in-migrant-drowning-case.html", title: "Press report on an extradition from Canada over drownings in the St. Lawrence", dated: "2025-12", sourceKind: "press", certainty: "inferred", note: "The month is that of the extradition." },
];

/** Sources without an address, from the notes; `key` names them in the tables of by-hand.mjs. */
export const UNADDRESSED = [
  { key: "source/kttn-2023-08-03", title: "Press report on the pleas in a Guatemala-based conspiracy", publisher: "kttn.com", dated: "2023-08-03", sourceKind: "press" },
  { key: "source/yuma-sun-2023-09-08", title: "Press report on the extradition of the leader of a Mexicali-based organization", publisher: "Yuma Sun", dated: "2023-09-08", sourceKind: "press" },
  { key: "source/azcentral-2025-03-01", title: "Press report on the extradition of the co-leader of a Mexicali-based organization", publisher: "azcentral", dated: "2025-03-01", sourceKind: "press" },
  { key: "source/center-square-sells", title: "Press report on further sentences in the Sells network", publisher: "The Center Square", sourceKind: "press", note: "The day is not told." },
  { key: "source/la-times-2022-04-07", title: "Press report on the plea after the deaths at Point Loma", publisher: "Los Angeles Times", dated: "2022-04-07", sourceKind: "press" },
  { key: "source/einpresswire-810861477", title: "Official statement, republished, on the sentences of a vessel's crew", publisher: "einpresswire.com", dated: "2025-05", sourceKind: "republished-official", certainty: "inferred", note: "Article 810861477; its month is approximate." },
  { key: "source/newspaper-2025-06-new-mexico", title: "Newspaper report on pleas and sentences in a Guatemala-based family organization", dated: "2025-06", sourceKind: "press" },
];

/** Publishers of the two reports whose address carries a name and is left out. */
export const NAMELESS = { "wdtx-medina-chase": "FOX 7 Austin", "wdtx-el-paso-2500": "KVIA" };
