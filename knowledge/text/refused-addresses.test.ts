import { expect, test } from "vitest";

import { refusedAddresses } from "./refused-addresses";
import { renderStory } from "./render";

const kept = `![A graph](files/${"a".repeat(64)}.webp) [a](https://example.org) [b](/classes) [c](#s-x)`;

test("pictures from elsewhere and links that lead nowhere are counted, as the renderer finds them", async () => {
  const story = `${kept}

![x](https://evil.example/x.png) and [run](javascript:alert(1)), [data](data:text/html,x)
\`[code](javascript:x)\`

    ![code](https://evil.example/y.png)
`;
  expect(refusedAddresses(story)).toEqual({ pictures: 1, links: 2 });
  expect(refusedAddresses(kept)).toEqual({ pictures: 0, links: 0 });
  const { faults } = await renderStory({ markdown: story, citations: [] });
  expect(faults).toHaveLength(3);
});
