/** What each case is called and about, in our own plain words; no person is named, allegations are worded as such. */

/** `note` is the doubt that travels with the case; `announced` and `people` replace what the facts give, with the reason in the note. */
export const CASES = {
  "az-honduras-leader": {
    title: "Leader of a Honduras-based organization, stash house near Phoenix",
    summary: "People were led on foot, held in a stash house near Phoenix and made to pay through funnel accounts. More than 100 were brought, children without their parents among them. The source mentions firearms, a substantial risk of death, and detention by threats until somebody paid. Reported as the first Honduran national extradited to the United States for human smuggling. One of 27 people charged in the investigation.",
    note: "The number of people charged in the investigation is from the Tucson Sentinel of 2023-06-27.",
  },
  "wdtx-guatemala-death-conspiracy": {
    title: "Guatemala-based conspiracy, one death in the desert",
    summary: "An organization brought large numbers of people from Guatemala for $10,000 to $12,000 each, with a walk of several days through the desert, on which one person died. Four were extradited from Guatemala. The longest term went to a defendant other than the one called leader.",
    note: "How many people were brought is not stated.",
  },
  "wdtx-53-deaths-trailer": {
    title: "Tractor-trailer, 53 deaths, Laredo to San Antonio",
    summary: "People rode from Laredo to San Antonio in a tractor-trailer whose air conditioning had failed. 53 died, six of eight children among them. Each had been asked for $12,000 to $15,000. The U.S. Attorney's Office estimated that the cell moved 1,100 people from November 2021 to June 2022 for more than $13 million.",
    note: "Sources put the number aboard at 64 to 67. The estimate is from Texas Public Radio of 2025-06-27.",
  },
  "wdtx-2017-walmart-trailer": {
    title: "Tractor-trailer, ten deaths, San Antonio 2017",
    summary: "39 people were found with a tractor-trailer whose refrigeration had failed; ten died. Up to 200 may have been aboard earlier.",
    note: "39 were found; the number aboard earlier is higher and not certain.",
  },
  "sdtx-laredo-network-laundering": {
    title: "Laredo network, smuggling and money laundering",
    summary: "A network moved hundreds of people hidden in suitcases in pickups, in tractor-trailers and water tankers and in crates on flatbeds, kept them in stash houses, and laundered the proceeds.",
    note: "The release's headline speaks of more than $2.3 million in money judgments; the two that could be read come to $1,380,656. The superseding indictment of 2023 sought about $2.95 million.",
  },
  "sdtx-locked-trailer-101": {
    title: "Locked trailer, 101 people, Laredo",
    summary: "101 people were found in a sealed, dark trailer without ventilation. There were 13 children according to the sentencing release, and 12 without their parents according to the charge. Earlier smuggling and the danger of the sealed trailer were considered at sentencing.",
  },
  "sdtx-sarita-36": {
    title: "Cold trailer, 36 people, Sarita checkpoint",
    summary: "36 people, a minor among them, were found in a locked trailer at 54 °F at a checkpoint. The driver was to be paid $1,000. The sentence is the statutory maximum; the judge would have gone higher.",
    note: "Sentencing had been set for 2025-05-15; the day is not stated.",
  },
  "sdtx-fake-rail-truck": {
    title: "Truck with false railroad markings, 11 people",
    summary: "11 people were hidden in compartments of a truck with false railroad markings, to pass around a checkpoint; two stash houses belonged to the scheme.",
    note: "The year of the report is inferred.",
  },
  "sdtx-trailer-149": {
    title: "Tractor-trailer, 149 people, I-35 checkpoint",
    summary: "149 people were found in a tractor-trailer at the checkpoint on Interstate 35. The driver expected $10,000.",
    note: "The year of the offense is inferred.",
  },
  "sdtx-trailer-126": {
    title: "Refrigerated trailer, 126 people",
    summary: "126 people were found at a checkpoint in a refrigerated trailer at about 50 °F.",
  },
  "sdtx-hotel-room-57": {
    title: "Hotel room as stash house, 57 people",
    summary: "57 people, children without their parents among them, were kept in a hotel room with one bedroom.",
  },
  "sdtx-mission-containers": {
    title: "Containers screwed shut on trailers, Mission",
    summary: "Groups of at least 70 people were moved in containers that were screwed shut, on trailers; about 3,000 in all, according to testimony at sentencing.",
  },
  "sdtx-trucking-couple": {
    title: "Trucking business, about 2,500 people",
    summary: "A couple moved about 2,500 people in tractor-trailers, on commercial flights and through stash houses, behind a trucking business and a car dealership. One person died. People were held until somebody paid; a weapon is mentioned. About $2.9 million was found to have been laundered.",
    note: "The year of the report is inferred. The pleas are reported for a March, without the year.",
  },
  "sdtx-corpus-coordinators": {
    title: "Coordinators of tractor-trailer loads, Corpus Christi",
    summary: "Coordinators sent tractor-trailers with loads of up to 115 people, children without their parents among them. They were held responsible for at least 560.",
  },
  "sdtx-duval-rollover": {
    title: "Rollover in Duval County, four deaths",
    summary: "An SUV, helped by scouts, rolled over in flight. Four people died and six were hurt.",
    note: "The number of people is the sum of the dead and the hurt, so it is the least there can have been. The release was posted late because of a government shutdown.",
  },
  "sdtx-mission-chase": {
    title: "Pursuit and rollover, Mission, three deaths",
    summary: "Two vehicles carried ten people; a pursuit at up to 130 mph ended in a rollover. Two people died at the scene and a third three months later.",
  },
  "sdtx-hostage-victoria": {
    title: "Houston stash house, a person held and starved",
    summary: "A person was starved and threatened in a Houston stash house and died. $10,000 had been paid and $3,500 more was demanded.",
  },
  "sdtx-houston-97": {
    title: "Deadbolted stash house, 97 people, Houston",
    summary: "97 people were found in a house with deadbolted doors and an armed guard, held until somebody paid.",
    note: "The text of the report had been reworded by a machine; the number is from reports of the charges in 2021 (The Hill).",
  },
  "sdtx-frozen-broccoli-26": {
    title: "Freezing trailer, 26 people, Falfurrias checkpoint",
    summary: "26 people were found in a locked trailer at 33 °F at a checkpoint.",
  },
  "sdtx-bridge-two-children": {
    title: "Two children with borrowed papers at a port of entry",
    summary: "Two children were taken through a port of entry with Texas birth certificates of other children, for $5,000.",
  },
  "wdtx-medina-chase": {
    title: "Pickup pursuit, Medina County, two deaths",
    summary: "A pickup with 13 people, eight of them lying in the covered bed, fled at nearly 100 mph. Two people died. The driver had a firearm that the law forbade to him.",
  },
  "wdtx-del-rio-eight": {
    title: "Pursuit and head-on crash near Del Rio, eight deaths",
    summary: "A truck with nine people, pursued for 50 miles at over 100 mph, crashed head-on into another vehicle; a second truck carried 12 more. Eight people died. Two of the three hurt were in the other vehicle, one of them a child. Restitution of $164,701 was ordered.",
    note: "The day of sentencing is not shown (about 2024), nor which defendant owes the restitution.",
  },
  "wdtx-el-paso-2500": {
    title: "Driver network El Paso to Albuquerque, over 2,500 people",
    summary: "A network of drivers with 12 vehicles, run by messages, took people from El Paso to Albuquerque: more than 2,500 by the organizer's own admission.",
  },
  "az-sells-wiretap": {
    title: "Sells network, wiretap and stash houses",
    summary: "A network with stash houses and a mechanic's shop was heard on a wiretap. Its ledgers held more than 7,000 smuggling events; 54 people were found. People were held until somebody paid; firearms were seized.",
    note: "7,000 is a number of events, not of people; the number here is that of the people found.",
    people: { count: 54, qualifier: "stated" },
  },
  "az-i10-pedestrian-death": {
    title: "Flight on Interstate 10, one death",
    summary: "A driver would not stop; passengers ran across the interstate. One person died and one was hurt; minors were among the passengers.",
  },
  "az-yuma-eighteen": {
    title: "Yuma organization, eighteen members",
    summary: "An organization moved hundreds of people in rental cars with scouts, kept them in stash houses and kidnapped rivals. One juvenile driver crashed a van into a canal; 24 people were hurt.",
    note: "The date is that of the last sentencing or of its announcement.",
  },
  "az-sonoita-2009-ring": {
    title: "Overloaded SUVs near Sonoita 2009, eleven deaths",
    summary: "People were packed into SUVs whose seats had been taken out. Eleven died when one rolled over in June 2009; another crashed in July.",
    note: "Deaths in the crash of July 2009 are not stated.",
  },
  "az-willcox-2013": {
    title: "SUV rollover near Willcox 2013, five deaths",
    summary: "After a walk of six days, people were loaded into an SUV that rolled over. Five died and 16 were hurt.",
    note: "The source speaks of two groups “of 20” on foot, which can be read in two ways; at least 21 were in the crash.",
  },
  "sdca-imperial-beach-panga": {
    title: "Open boat at Imperial Beach, three deaths",
    summary: "Eight people crossed in an open boat and were told to take off their life vests. Three died.",
  },
  "sdca-point-loma": {
    title: "Boat at Point Loma, three deaths",
    summary: "The pilot of a 40-foot boat with 32 people, each asked for $15,000 to $18,000, was on drugs and abandoned the passengers. Three died and more than two dozen were hurt.",
    note: "32 by press and the U.S. Attorney's Office; the release of Immigration and Customs Enforcement says 21. The number of the hurt is the least there can have been.",
  },
  "sdca-holtville": {
    title: "SUV crash near Holtville, 13 deaths",
    summary: "An SUV without seats, driven through a cut fence, crashed with 25 people in it, the driver included; 13 died. 19 more were in a second SUV.",
    note: "The number aboard counts the driver, so it is not given as a number of people smuggled. Several were hurt, some of them flown out.",
    people: null,
  },
  "sdca-la-jolla-panga": {
    title: "Overloaded boat at La Jolla, one death",
    summary: "16 people were aboard an overloaded boat, two of them crew; passengers were told to jump. One died. Both defendants said that they worked in place of paying a fee of up to $15,000.",
    note: "The number of people is the 16 aboard less the crew of two.",
  },
  "sdca-torrey-pines-2010": {
    title: "Boat at Torrey Pines 2010, two deaths",
    summary: "More than 20 people, crew included, were in a 26-foot boat made for eight to ten. Two died.",
    note: "The number aboard counts the crew, so it is not given as a number of people smuggled.",
    people: null,
  },
  "sdca-agents-ring": {
    title: "Border Patrol agents who smuggled",
    summary: "Two agents of the Border Patrol brought people in with government vehicles for about $10,000 each: more than 500 according to the court, 1,000 according to prosecutors, for more than $700,000.",
    note: "The source mentions an arrest in Tijuana in 2008 without saying of how many people; it is not recorded as an arrest.",
  },
  "sdca-officer-lane": {
    title: "Officer's inspection lane, San Ysidro",
    summary: "An officer let at least ten people through the inspection lane at the port of entry, for up to $15,000 each and more than $63,000 in bribes.",
  },
  "mn-canada-freezing": {
    title: "Walk across the Canadian border in a blizzard, four deaths",
    summary: "Eleven people, children among them, were sent across the border on foot in a blizzard. Four died and one was hurt.",
    note: "The number of people is that of the last trip.",
  },
  "edla-honduras-vessel": {
    title: "Vessel from Honduras, 23 people",
    summary: "A 65-foot vessel from Utila carried 23 people on its last voyage and at least 15 on each one before, for up to $20,000 each. 24 kg of cocaine were seized or forfeited.",
    note: "Some defendants were also charged with a cocaine conspiracy. The date is that of the crew's sentences; its month is approximate.",
  },
  "nm-guatemala-family-org": {
    title: "Guatemala-based family organization",
    summary: "A family organization brought thousands of people, by the Treasury's count, with foot guides, drivers and stash houses, and was paid through payment apps: an estimated $104 million to $416 million from September 2020 to April 2023. The Treasury blocked its property on 2024-07-25.",
    note: "The section that leads the task force is credited in the Treasury's release; the task force itself is not named in the text that could be read. Pleas and sentences are from a newspaper report of June 2025.",
  },
  "az-mexicali-org": {
    title: "Mexicali-based organization, ladder over the fence",
    summary: "More than 100 people were sent over the border fence on a ladder, for $10,000 to $70,000 each by the Treasury's account; some were robbed. Two leaders were extradited from Mexico. The Treasury blocked the organization's property on 2023-06-16.",
    note: "One outlet gives the co-leader's surrender as 2024; an Arizona paper and the order of events support 2025.",
  },
  "sdtx-chiapas-crash": {
    title: "Trailer crash in Chiapas, over 50 deaths",
    summary: "It is alleged that the defendants sent at least 160 people, children without their parents among them, in a tractor-trailer that crashed in Mexico; more than 50 died and more than 100 were hurt. Children are said to have been given scripts.",
    note: "The numbers of the dead and the hurt are the least there can have been.",
  },
  "wdtx-san-andres-boat": {
    title: "Boat from San Andrés to Nicaragua, 42 people missing",
    summary: "It is alleged that the defendants sent people by boat from San Andrés to Nicaragua with forged papers and bribes to navy and immigration staff. A boat with 40 people and two captains was lost; all are missing.",
    note: "The missing are not recorded as deaths.",
  },
  "cdca-guatemala-20000": {
    title: "Guatemala to Los Angeles, about 20,000 people alleged",
    summary: "It is alleged that an organization brought about 20,000 people with drivers and stash houses for $15,000 to $18,000 each and held some until they paid. Seven people are said to have died.",
  },
  "sdca-del-mar-2025": {
    title: "Boat at Del Mar 2025, three deaths",
    summary: "It is alleged that the defendants sailed an open boat with 16 people aboard, crew included, and were to drive the passengers on. Three died and four were hurt; one child is missing and presumed dead.",
    note: "The number aboard counts the crew, so it is not given as a number of people smuggled. The missing child is not counted among the deaths.",
    people: null,
  },
  "sdca-jet-ski-ring": {
    title: "Personal watercraft at night, San Diego",
    summary: "It is alleged that an organization brought dozens of people at night on personal watercraft to stash houses, for $7,000 to $16,000 each. Nine of the 19 charged were in custody.",
  },
  "ndny-st-lawrence": {
    title: "River crossing on the St. Lawrence",
    summary: "It is alleged that an organization took people over the St. Lawrence by boat at night. One family drowned. Three defendants have pleaded guilty; one called leader was surrendered by Canada.",
    note: "How many drowned is not stated. Another person was extradited in December 2025 over eight bodies, two children's among them, found in the same river.",
  },
  "sdfl-bahamas-2022": {
    title: "Boat from the Bahamas, five deaths",
    summary: "It is alleged that the defendant organized boats from the Bahamas; the engines of one failed and five people died. Extradition from the Bahamas was sought.",
    note: "The court is not named in the text that could be read, so no district is given.",
  },
  "nm-las-cruces-fourteen": {
    title: "Las Cruces organization, fourteen charged",
    summary: "It is alleged that an organization moved hundreds of people, children without their parents among them, through stash houses and desert, and fled from officers at high speed. One person died.",
    note: "The day of the announcement is inferred: a Monday after the indictment of 2025-02-19.",
  },
  "mdfl-cuba-ring": {
    title: "Twelve charged with smuggling people from Cuba",
    summary: "It is alleged that an organization brought people, children without their parents among them, for up to $40,000 each, moved about $7 million by payment app and made more than $18 million.",
  },
};
