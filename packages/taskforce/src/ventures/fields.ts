/** What can be told of a venture: the facts that the Guidelines weigh and the priorities rest on, in plain words. */
import { ref } from "@joint-docket/ledger/pure";
import { z } from "zod";
import { country, district } from "../cases/pure.ts";
import { sumOfMoney } from "../court/pure.ts";
import { choice, says, text, type Words, yesNo } from "../sources/pure.ts";
import { counted } from "./counted.ts";

const forms = {
  event: { en: "event", es: "episodio" },
  course: { en: "course of conduct", es: "serie de hechos" },
} satisfies Words;

/** USSG §2L1.1(b)(5) and §1B1.1, application note 1. */
export const weapons = {
  none: { en: "no weapon", es: "ningún arma" },
  possessed: { en: "a weapon possessed", es: "un arma en posesión" },
  "brandished-or-used": { en: "a weapon brandished or used", es: "un arma exhibida o usada" },
  "firearm-discharged": { en: "a firearm discharged", es: "un arma de fuego disparada" },
  "not-stated": { en: "a weapon present", es: "un arma presente" },
} satisfies Words;

export const flights = {
  none: { en: "no flight from officers", es: "sin huida de las autoridades" },
  fled: { en: "flight from officers", es: "huida de las autoridades" },
  "at-high-speed": {
    en: "flight from officers at high speed",
    es: "huida de las autoridades a gran velocidad",
  },
} satisfies Words;

export const concealments = {
  none: { en: "nobody concealed", es: "nadie ocultado" },
  "trunk-or-engine": {
    en: "people concealed in a trunk or engine compartment",
    es: "personas ocultas en un maletero o compartimento del motor",
  },
  cargo: {
    en: "people concealed in a trailer or cargo space",
    es: "personas ocultas en un remolque o espacio de carga",
  },
  vessel: { en: "people concealed in a vessel", es: "personas ocultas en una embarcación" },
  other: { en: "people concealed", es: "personas ocultas" },
} satisfies Words;

export const sexualAssaults = {
  none: { en: "no sexual assault", es: "ninguna agresión sexual" },
  "in-united-states": {
    en: "sexual assault in the United States",
    es: "agresión sexual en los Estados Unidos",
  },
  abroad: { en: "sexual assault abroad", es: "agresión sexual en el extranjero" },
  "place-not-stated": { en: "sexual assault", es: "agresión sexual" },
} satisfies Words;

export const means = {
  "on-foot": { en: "on foot", es: "a pie" },
  "passenger-vehicle": { en: "by car, van or pickup", es: "en automóvil, furgoneta o camioneta" },
  truck: { en: "by truck or trailer", es: "en camión o remolque" },
  train: { en: "by train", es: "en tren" },
  boat: { en: "by boat", es: "en embarcación" },
  aircraft: { en: "by air", es: "por aire" },
  tunnel: { en: "through a tunnel", es: "por un túnel" },
  "port-of-entry": {
    en: "through a port of entry with false or borrowed papers",
    es: "por un puerto de entrada con documentos falsos o prestados",
  },
  "stash-house": { en: "with a stash house", es: "con una casa de seguridad" },
  other: { en: "by other means", es: "por otros medios" },
} satisfies Words;

const injuries = z
  .strictObject({
    bodily: counted(0, {
      title: "Bodily injury",
      titleEs: "Lesiones corporales",
      description: "People with a significant injury, painful and obvious or needing care",
      descriptionEs: "Personas con una lesión importante, dolorosa y visible o que exigió atención",
      law: "USSG §2L1.1(b)(7)(A); §1B1.1, application note 1",
    }).optional(),
    serious: counted(0, {
      title: "Serious bodily injury",
      titleEs: "Lesiones corporales graves",
      description: "People with extreme pain or lasting impairment, or who needed surgery or a hospital",
      descriptionEs: "Personas con dolor extremo o daño prolongado, o que necesitaron cirugía u hospital",
      law: "USSG §2L1.1(b)(7)(B); §1B1.1, application note 1",
    }).optional(),
    permanentOrLifeThreatening: counted(0, {
      title: "Permanent or life-threatening injury",
      titleEs: "Lesiones permanentes o con peligro de muerte",
      description: "People in substantial danger of death, or with a loss or disfigurement likely to last",
      descriptionEs:
        "Personas en peligro considerable de muerte, o con una pérdida o desfiguración probablemente duradera",
      law: "USSG §2L1.1(b)(7)(C); §1B1.1, application note 1",
    }).optional(),
    degreeNotStated: counted(0, {
      title: "Injured, degree not stated",
      titleEs: "Heridas, sin indicar el grado",
      description: "People injured where the source does not say how badly",
      descriptionEs: "Personas heridas cuando la fuente no dice con qué gravedad",
    }).optional(),
  })
  .meta(
    says({
      title: "People injured",
      titleEs: "Personas heridas",
      description: "How many, each person once, by the worst injury",
      descriptionEs: "Cuántas, cada persona una vez, según su peor lesión",
      law: "USSG §2L1.1(b)(7); 8 U.S.C. § 1324(a)(1)(B)(iii)",
    }),
  );

const route = z
  .strictObject({
    countries: z
      .array(country())
      .min(1)
      .max(30)
      .meta(
        says({
          title: "Countries",
          titleEs: "Países",
          description: "The countries in order of travel, each by its two letters",
          descriptionEs: "Los países en el orden del viaje, cada uno por sus dos letras",
        }),
      ),
    district: district({
      title: "District of entry",
      titleEs: "Distrito de entrada",
      description: "The federal district where the people entered or were to enter, by its key",
      descriptionEs: "El distrito federal por donde entraron o iban a entrar, por su clave",
    }).optional(),
    corridor: text(300, {
      title: "Corridor",
      titleEs: "Corredor",
      description: "Towns, rivers or roads that the route is known by; no person's house",
      descriptionEs: "Pueblos, ríos o caminos por los que se conoce la ruta; nunca la casa de alguien",
    }).optional(),
  })
  .meta(
    says({
      title: "Route",
      titleEs: "Ruta",
      description: "The way that people were taken",
      descriptionEs: "El camino por el que se llevó a las personas",
    }),
  );

const feePerPerson = z
  .strictObject({
    least: sumOfMoney({
      title: "Least",
      titleEs: "Mínimo",
      description: "The fee, or the least where the source gives a range",
      descriptionEs: "El precio, o el más bajo si la fuente da un rango",
    }),
    most: sumOfMoney({
      title: "Most",
      titleEs: "Máximo",
      description: "The most, where the source gives a range",
      descriptionEs: "El más alto, si la fuente da un rango",
    }).optional(),
  })
  .meta(
    says({
      title: "Fee for each person",
      titleEs: "Precio por persona",
      description: "What each person smuggled paid or was to pay",
      descriptionEs: "Lo que cada persona pagó o iba a pagar",
    }),
  );

export const ventureSchema = z.strictObject({
  case: ref("case").meta(
    says({
      title: "Case",
      titleEs: "Caso",
      description: "The case that the venture belongs to",
      descriptionEs: "El caso al que pertenece",
    }),
  ),
  form: choice(forms, {
    title: "Event or course",
    titleEs: "Episodio o serie",
    description: "One smuggling event, or a course of conduct that a source tells of as a whole",
    descriptionEs: "Un solo episodio de tráfico, o una serie de hechos que la fuente cuenta en conjunto",
  }),
  title: text(300, {
    title: "Title",
    titleEs: "Título",
    description: "A short name for the venture that names no person",
    descriptionEs: "Un nombre corto que no nombra a ninguna persona",
  }),
  people: counted(1, {
    title: "People smuggled",
    titleEs: "Personas objeto del tráfico",
    description: "How many people were smuggled; they are counted and never named",
    descriptionEs: "Cuántas personas fueron objeto del tráfico; se cuentan y nunca se nombran",
    law: "USSG §2L1.1(b)(2)",
  }).optional(),
  deaths: counted(0, {
    title: "Deaths",
    titleEs: "Muertes",
    description: "How many people died; exactly 0 only where a source says that nobody did",
    descriptionEs: "Cuántas personas murieron; exactamente 0 solo si una fuente dice que nadie murió",
    law: "8 U.S.C. § 1324(a)(1)(B)(iv); USSG §2L1.1(b)(7)(D)",
  }).optional(),
  injuries: injuries.optional(),
  minors: counted(0, {
    title: "Minors",
    titleEs: "Menores",
    description: "How many of the people were under 18",
    descriptionEs: "Cuántas de las personas eran menores de 18 años",
  }).optional(),
  unaccompaniedMinors: counted(0, {
    title: "Unaccompanied minors",
    titleEs: "Menores no acompañados",
    description: "How many minors traveled without a parent, adult relative or legal guardian",
    descriptionEs: "Cuántos menores viajaban sin padre, madre, familiar adulto o tutor legal",
    law: "USSG §2L1.1(b)(4)",
  }).optional(),
  vulnerablePeople: yesNo({
    title: "Other vulnerable people",
    titleEs: "Otras personas vulnerables",
    description:
      "Whether others who could not protect themselves were smuggled, such as the sick or pregnant",
    descriptionEs: "Si hubo otras personas que no podían protegerse, como enfermas o embarazadas",
    law: "USSG §3A1.1(b)",
  }).optional(),
  substantialRisk: yesNo({
    title: "Substantial risk",
    titleEs: "Riesgo considerable",
    description: "Whether people were put in substantial risk of death or serious injury",
    descriptionEs: "Si se puso a las personas en riesgo considerable de muerte o lesiones graves",
    law: "USSG §2L1.1(b)(6)",
  }).optional(),
  weapon: choice(weapons, {
    title: "Weapon",
    titleEs: "Arma",
    description: "The gravest use of a firearm or other dangerous weapon",
    descriptionEs: "El uso más grave de un arma de fuego u otra arma peligrosa",
    law: "USSG §2L1.1(b)(5)",
  }).optional(),
  firearm: yesNo({
    title: "Firearm",
    titleEs: "Arma de fuego",
    description: "Whether a weapon was a firearm",
    descriptionEs: "Si un arma era de fuego",
    law: "USSG §1B1.1, application note 1",
  }).optional(),
  flight: choice(flights, {
    title: "Flight",
    titleEs: "Huida",
    description: "Whether a vehicle or vessel fled from officers, and how",
    descriptionEs: "Si un vehículo o una embarcación huyó de las autoridades, y cómo",
    law: "18 U.S.C. § 758; USSG §3C1.2",
  }).optional(),
  detainedForPayment: yesNo({
    title: "Detained for payment",
    titleEs: "Retención para cobrar",
    description: "Whether people were held by threat or force until somebody paid",
    descriptionEs: "Si se retuvo a personas con amenazas o fuerza hasta que alguien pagara",
    law: "USSG §2L1.1(b)(8)(A)",
  }).optional(),
  sexualAssault: choice(sexualAssaults, {
    title: "Sexual assault",
    titleEs: "Agresión sexual",
    description: "Whether a person was sexually assaulted, and whether in the United States or abroad",
    descriptionEs: "Si hubo agresión sexual, y si fue en los Estados Unidos o en el extranjero",
    law: "USSG §2L1.1, application note 4",
  }).optional(),
  concealment: choice(concealments, {
    title: "Concealment",
    titleEs: "Ocultación",
    description: "Where people were hidden",
    descriptionEs: "Dónde se ocultó a las personas",
    law: "USSG §2L1.1, application note 3",
  }).optional(),
  securityConcern: yesNo({
    title: "Security concern",
    titleEs: "Preocupación de seguridad",
    description: "Whether a source says that the venture raised a concern for national security",
    descriptionEs: "Si una fuente dice que hubo una preocupación de seguridad nacional",
    law: "8 U.S.C. § 1327",
  }).optional(),
  contraband: yesNo({
    title: "Contraband",
    titleEs: "Contrabando",
    description: "Whether drugs, weapons or other contraband moved with the people",
    descriptionEs: "Si junto con las personas se movían drogas, armas u otro contrabando",
  }).optional(),
  means: z
    .array(
      choice(means, {
        title: "Means",
        titleEs: "Medio",
        description: "One way in which people were moved or kept",
        descriptionEs: "Una de las formas en que se movió o se retuvo a las personas",
      }),
    )
    .min(1)
    .max(10)
    .meta(
      says({
        title: "Means",
        titleEs: "Medios",
        description: "How people were moved or kept, each way once",
        descriptionEs: "Cómo se movió o se retuvo a las personas, cada forma una vez",
      }),
    )
    .optional(),
  route: route.optional(),
  forProfit: yesNo({
    title: "For profit",
    titleEs: "Con ánimo de lucro",
    description: "Whether anybody was paid or expected pay for any of the people",
    descriptionEs: "Si alguien cobró o esperaba cobrar por alguna de las personas",
    law: "8 U.S.C. § 1324(a)(1)(B)(i); USSG §2L1.1(b)(1)",
  }).optional(),
  feePerPerson: feePerPerson.optional(),
});

export type VentureDescribed = z.infer<typeof ventureSchema>;
