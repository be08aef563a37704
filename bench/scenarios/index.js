// What is measured. Addresses are made from what `agio demo --size bench --json` prints:
// { body, path, ideas: [codes], supported: 400, people: [API tokens], day, voters: [secrets] }; the first `supported` ideas
// have the supports and comments, the others none.
//
// `cache`: page cache on or off. `script`: wrk script in this folder. `nginx`: also serve the same
// bytes as a static file, side by side. `goal`: requests a second, or a share of nginx's.
// `peer`: a Django participation platform on a machine like this one, requests a second.

const list = ({ body, path }) => `/${body}/percorsi/${path}/idee`;

export const scenarios = [
  { name: 'list of ideas, from the database', cache: 'off', address: list, nginx: true, goal: { rate: 2000 }, peer: 8.8 },
  { name: 'idea page, from the database', cache: 'off', script: 'idea-pages.lua', address: (town) => `${list(town)}/${town.ideas[0]}`, nginx: true, goal: { rate: 3000 }, peer: 26.6 },
  { name: 'search, from the database', cache: 'off', script: 'search.lua', address: (town) => `${list(town)}?q=trasporto`, nginx: true, goal: { rate: 1000 }, peer: 7.6 },
  { name: 'support by API, durable', cache: 'off', script: 'support.lua', address: ({ body, path }) => `/api/v1/bodies/${body}/paths/${path}/ideas/`, goal: { rate: 1000 }, peer: 53 },
  { name: 'new idea by API, durable', cache: 'off', script: 'new-idea.lua', address: ({ body, path }) => `/api/v1/bodies/${body}/paths/${path}/ideas`, goal: { rate: 500 }, peer: 28.6 },
  { name: 'ballot by API, durable', cache: 'off', script: 'ballot.lua', address: ({ body, day }) => `/api/v1/bodies/${body}/days/${day}/ballots`, goal: { rate: 3000 } },
  { name: 'list of ideas, unchanged', cache: 'on', address: list, nginx: true, goal: { share: 0.5 } },
  { name: 'idea page, unchanged', cache: 'on', address: (town) => `${list(town)}/${town.ideas[0]}`, nginx: true, goal: { share: 0.5 } },
  { name: 'home of the body, unchanged', cache: 'on', address: ({ body }) => `/${body}/`, nginx: true, goal: { share: 0.5 } },
];

export const peer_memory_megabytes = 777;
