/** Reads a file of plain TypeScript types, so that a test can hold them against a schema. */

export type Type =
  | { is: "name"; name: string; of: Type[] }
  | { is: "literal"; value: string }
  | { is: "list"; item: Type }
  | { is: "union"; members: Type[] }
  | { is: "both"; members: Type[] }
  | { is: "object"; members: Map<string, { optional: boolean; type: Type }>; base: Type | undefined };

/** The interfaces and types of files that hold nothing but plain ones: unions, lists, names with parameters. */
export class Types {
  readonly #declared = new Map<string, { parameters: string[]; otherwise: Type | undefined; type: Type }>();
  readonly #tokens: string[];
  #at = 0;

  constructor(text: string) {
    const words = new Map(
      [...text.matchAll(/const (\w+) = \[([^\]]*)\] as const;/g)].map(([, name, list]) => [
        name,
        list?.replace(/,\s*$/, "").replaceAll(",", " |"),
      ]),
    );
    const plain = text
      .replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")
      .replaceAll(/(export const|import type) [\s\S]*?;\n/g, "")
      .replaceAll(/\(typeof (\w+)\)\[number\]/g, (_, name: string) => words.get(name) ?? name);
    this.#tokens = plain.match(/"[^"]*"|[\w$]+|[^\s]/g) ?? [];
    while (this.#at < this.#tokens.length) this.#declaration();
  }

  #next(expected?: string): string {
    const token = this.#tokens[this.#at++] ?? "";
    if (expected !== undefined && token !== expected)
      throw new Error(
        `“${expected}” was expected before ${this.#tokens.slice(this.#at - 1, this.#at + 8).join(" ")}`,
      );
    return token;
  }

  #takes(token: string): boolean {
    if (this.#tokens[this.#at] !== token) return false;
    this.#at += 1;
    return true;
  }

  #declaration(): void {
    this.#next("export");
    const form = this.#next();
    const name = this.#next();
    const parameters = this.#takes("<") ? [this.#next()] : [];
    const otherwise = parameters.length > 0 && this.#takes("=") ? this.#union() : undefined;
    if (parameters.length > 0) this.#next(">");
    if (form === "type") this.#next("=");
    const base = this.#takes("extends") ? this.#one() : undefined;
    const type = form === "type" ? this.#union() : this.#object(base);
    if (form === "type") this.#next(";");
    this.#declared.set(name, { parameters, otherwise, type });
  }

  #union(): Type {
    this.#takes("|");
    const members = [this.#both()];
    while (this.#takes("|")) members.push(this.#both());
    return members.length === 1 ? (members[0] as Type) : { is: "union", members };
  }

  #both(): Type {
    const members = [this.#one()];
    while (this.#takes("&")) members.push(this.#one());
    return members.length === 1 ? (members[0] as Type) : { is: "both", members };
  }

  #one(): Type {
    let type: Type;
    if (this.#tokens[this.#at] === "{") type = this.#object(undefined);
    else if (this.#takes("(")) {
      type = this.#union();
      this.#next(")");
    } else {
      const token = this.#next();
      const of: Type[] = [];
      if (this.#takes("<")) {
        do of.push(this.#union());
        while (this.#takes(","));
        this.#next(">");
      }
      type = token.startsWith('"')
        ? { is: "literal", value: token.slice(1, -1) }
        : { is: "name", name: token, of };
    }
    while (this.#takes("[")) {
      this.#next("]");
      type = { is: "list", item: type };
    }
    return type;
  }

  #object(base: Type | undefined): Type {
    this.#next("{");
    const members = new Map<string, { optional: boolean; type: Type }>();
    while (!this.#takes("}")) {
      const name = this.#next();
      const optional = this.#takes("?");
      this.#next(":");
      members.set(name, { optional, type: this.#union() });
      this.#takes(";");
    }
    return { is: "object", members, base };
  }

  /** What a value of the type may be: names looked up, parameters filled in, choices apart. */
  alternatives(type: Type): Type[] {
    if (type.is === "union") return type.members.flatMap((member) => this.alternatives(member));
    if (type.is === "both") return [this.#joined(type.members)];
    const found = type.is === "name" ? this.#declared.get(type.name) : undefined;
    if (type.is !== "name" || !found) return [type];
    return this.alternatives(
      filled(
        found.type,
        new Map(found.parameters.map((name, at) => [name, type.of[at] ?? (found.otherwise as Type)])),
      ),
    );
  }

  /** One object with the members of all; a record by words has each of them for a member. */
  #joined(types: readonly Type[]): Type {
    const members = new Map<string, { optional: boolean; type: Type }>();
    for (const one of types.flatMap((type) => this.alternatives(type))) {
      const [key, value] = one.is === "name" && one.name === "Record" ? one.of : [];
      if (one.is === "object") for (const [name, member] of this.membersOf(one)) members.set(name, member);
      else if (key && value)
        for (const word of this.alternatives(key))
          if (word.is === "literal") members.set(word.value, { optional: false, type: value });
    }
    return { is: "object", members, base: undefined };
  }

  /** The members of an interface with those it inherits. */
  membersOf({ base, members }: Type & { is: "object" }): (Type & { is: "object" })["members"] {
    const [parent] = base ? this.alternatives(base) : [];
    return new Map([...(parent?.is === "object" ? this.membersOf(parent) : []), ...members]);
  }
}

/** The type with its parameters' names replaced by what they stand for. */
function filled(type: Type, given: ReadonlyMap<string, Type>): Type {
  const fill = (inner: Type) => filled(inner, given);
  if (type.is === "name") return given.get(type.name) ?? { ...type, of: type.of.map(fill) };
  if (type.is === "list") return { ...type, item: fill(type.item) };
  if (type.is === "union" || type.is === "both") return { ...type, members: type.members.map(fill) };
  if (type.is === "literal") return type;
  const members = [...type.members].map(
    ([name, member]) => [name, { ...member, type: fill(member.type) }] as const,
  );
  return { ...type, members: new Map(members), base: type.base && fill(type.base) };
}
