// A person without a mouse: only keys, and the focus must be seen wherever it goes.

import assert from 'node:assert/strict';

const MOST_STEPS = 150;

/** The verbs of a keyboard-only visit. Locators say where to arrive; only keys get there. */
export function keyboard_only({ page }) {
  const press = (key) => page.keyboard.press(key);

  /** Presses Tab until the control has the focus; fails if it is never reached or not visible. */
  async function tab_to(locator) {
    await locator.waitFor({ state: 'attached' });
    const stops = [];
    for (let step = 0; step <= MOST_STEPS; step += 1) {
      if (await has_focus(locator)) {
        await assert_focus_visible(locator);
        return;
      }
      await press('Tab');
      stops.push(await focused(page));
    }
    assert.fail(`Tab never reached ${locator}; it stopped at:\n  ${[...new Set(stops)].join('\n  ')}`);
  }

  return {
    press,
    tab_to,

    /** Replaces the text of a field. */
    async write(locator, text) {
      await tab_to(locator);
      await press('Control+A');
      await press('Delete');
      await page.keyboard.type(text);
      assert.equal(await locator.inputValue(), text);
    },

    /** Ticks a box. */
    async tick(locator) {
      await tab_to(locator);
      if (!(await locator.isChecked())) await press('Space');
      assert(await locator.isChecked(), `${locator} is not ticked`);
    },

    /** Chooses one of a group of radio buttons: Tab to the group, arrows inside it. */
    async choose(radio) {
      const name = await radio.getAttribute('name');
      const group = page.locator(`input[type=radio][name="${name}"]`);
      const in_group = () => page.evaluate((wanted) => globalThis.document.activeElement?.name === wanted, name);
      for (let step = 0; !(await in_group()); step += 1) {
        assert(step < MOST_STEPS, `Tab never reached the group "${name}"`);
        await press('Tab');
      }
      if ((await group.and(page.locator(':checked')).count()) === 0) await press('Space');
      for (let step = await group.count(); !(await radio.isChecked()); step -= 1) {
        assert(step > 0, `the arrows never reached ${radio}`);
        await press('ArrowDown');
      }
      await assert_focus_visible(radio);
    },

    /** Chooses an option of a select by typing its label. */
    async select(locator, label) {
      await tab_to(locator);
      await page.keyboard.type(label);
      const chosen = () => locator.evaluate((select) => select.selectedOptions[0]?.label.trim());
      assert.equal(await chosen(), label, `typing "${label}" did not choose it`);
    },

    /** Activates a link or a button, and waits for the page it leads to, if any. */
    async activate(locator) {
      await tab_to(locator);
      await press('Enter');
      await page.waitForLoadState();
    },
  };
}

function has_focus(locator) {
  return locator.evaluate((element) => element === globalThis.document.activeElement);
}

function focused(page) {
  return page.evaluate(() => globalThis.document.activeElement?.outerHTML.split('>')[0].slice(0, 120) ?? '(nothing)');
}

/**
 * Fails when the focused control looks the same as without focus (WCAG 2.4.7) or is entirely
 * hidden behind something else (WCAG 2.4.11).
 */
export async function assert_focus_visible(locator) {
  const problem = await locator.evaluate((element) => {
    // A custom tick box or radio button often draws its focus on the label.
    const drawn_on = [element, ...(element.labels ?? []), element.nextElementSibling, element.parentElement].filter(Boolean);
    const look = () => {
      for (const animation of globalThis.document.getAnimations()) animation.finish();
      return drawn_on.map((node) =>
        ['', '::before', '::after'].map((part) => {
          const style = globalThis.getComputedStyle(node, part || null);
          const outline = style.outlineStyle === 'none' || style.outlineWidth === '0px' ? 'none' : style.outline;
          return [outline, style.boxShadow, style.borderColor, style.borderWidth, style.backgroundColor, style.textDecorationLine].join('|');
        }),
      );
    };
    const with_focus = JSON.stringify(look());
    element.blur();
    const without = JSON.stringify(look());
    element.focus({ preventScroll: true });
    if (with_focus === without) return 'its focus cannot be seen';
    const area = element.getBoundingClientRect();
    const points = [[0.5, 0.5], [0.1, 0.1], [0.9, 0.1], [0.1, 0.9], [0.9, 0.9]];
    const seen = points.some(([x, y]) => {
      const top = globalThis.document.elementFromPoint(area.left + area.width * x, area.top + area.height * y);
      return top && [element, ...(element.labels ?? [])].some((node) => node.contains(top));
    });
    return seen ? undefined : 'it is hidden behind something else while it has the focus';
  });
  assert(!problem, `${locator}: ${problem}`);
}
