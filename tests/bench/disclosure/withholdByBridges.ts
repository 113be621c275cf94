import type {Circulation} from "../../../src/confidential/disclose/search/circulation.ts";
import type {Publishing} from "./publishWhileIndependent.ts";

/**
 * The cells of a network that cannot be published while unsafe counts do not follow. A count follows from the published
 * ones by adding and subtracting where its arc is a bridge among those that are not published (Gusfield D, 1988, SIAM J
 * Comput 17:552–571).
 */
export function withholdByBridges(network: Circulation, {unsafe, order}: Publishing): readonly number[] {
  const offered = new Set(order);
  const arcs = [...network.tail.keys()].filter((cell) => network.tail[cell] !== network.head[cell]);
  const hidden = arcs.filter((cell) => !offered.has(cell));
  // Those to be published last come first: the frame then seldom needs what is published next.
  const open = new Set([...hidden, ...order.toReversed().filter((cell) => network.tail[cell] !== network.head[cell])]);
  const lostIn = (frame: ReadonlySet<number>): number =>
    bridgesOf(network, [...frame]).filter((cell) => unsafe.has(cell)).length;
  let frame = frameOf(network, [...open]);
  const givenUp = lostIn(frame);
  return order.filter((cell) => {
    if (!frame.has(cell)) {
      open.delete(cell);
      return false;
    }
    const without = frameOf(
      network,
      [...open].filter((other) => other !== cell),
    );
    if (lostIn(without) > givenUp) return true;
    open.delete(cell);
    frame = without;
    return false;
  });
}

/** Two forests, the second among what the first leaves: they have the bridges of all arcs (Nagamochi and Ibaraki, 1992). */
function frameOf(network: Circulation, cells: readonly number[]): ReadonlySet<number> {
  const first = forestOf(network, cells);
  const rest = cells.filter((cell) => !first.has(cell));
  return new Set([...first, ...forestOf(network, rest)]);
}

function forestOf({nodes, tail, head}: Circulation, cells: readonly number[]): ReadonlySet<number> {
  const parent = Int32Array.from({length: nodes}, (_, node) => node);
  const rootOf = (node: number): number => {
    let root = node;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[node] = root;
    return root;
  };
  return new Set(
    cells.filter((cell) => {
      const [from, to] = [rootOf(tail[cell] ?? 0), rootOf(head[cell] ?? 0)];
      parent[from] = to;
      return from !== to;
    }),
  );
}

/** Arcs whose two ends nothing else joins, by a walk into depth (Tarjan RE, 1974, Inf Process Lett 2:160–161). */
function bridgesOf({nodes, tail, head}: Circulation, cells: readonly number[]): readonly number[] {
  const incidence = Array.from({length: nodes}, (): number[] => []);
  for (const cell of cells) for (const node of [tail[cell] ?? 0, head[cell] ?? 0]) incidence[node]?.push(cell);
  const reached = new Int32Array(nodes);
  const bridges: number[] = [];
  let time = 0;
  const walk = (node: number, by: number): number => {
    reached[node] = ++time;
    let earliest = time;
    for (const cell of incidence[node] ?? []) {
      if (cell === by) continue;
      const next = (tail[cell] === node ? head[cell] : tail[cell]) ?? 0;
      const isNew = reached[next] === 0;
      const back = isNew ? walk(next, cell) : (reached[next] ?? 0);
      if (isNew && back > (reached[node] ?? 0)) bridges.push(cell);
      earliest = Math.min(earliest, back);
    }
    return earliest;
  };
  for (let node = 0; node < nodes; node++) if (reached[node] === 0) walk(node, -1);
  return bridges;
}
