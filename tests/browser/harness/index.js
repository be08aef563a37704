// Everything a story needs, in one import.

export { check_page, first_view, no_horizontal_scroll, shot } from './checks.js';
export { assert_focus_visible, keyboard_only } from './keyboard.js';
export { agio_binary, free_port, start_agio } from './program.js';
export { close_browser, new_visitor } from './visitor.js';
