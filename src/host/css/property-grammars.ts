/** What the properties take that are no shorthands, as value-definition syntax of grammar.ts; `<any>`: whatever is written. */

const sides = ['top', 'right', 'bottom', 'left'];
const logical = ['block-start', 'block-end', 'inline-start', 'inline-end'];
const lineStyle = 'none | hidden | dotted | dashed | solid | double | groove | ridge | inset | outset';
const lineWidth = '<length0> | thin | medium | thick';
const inset = 'auto | <lp>';
const margin = 'auto | <lp>';
const size = '<lp0> | min-content | max-content | fit-content | -webkit-fill-available | stretch';
const overflow = 'visible | hidden | clip | scroll | auto | overlay';
const content = '[ safe | unsafe ]? [ center | start | end | flex-start | flex-end | left | right ]';
const distribution = 'space-between | space-around | space-evenly | stretch';
const selfPosition =
  '[ safe | unsafe ]? [ center | start | end | self-start | self-end | flex-start | flex-end | left | right ]';
const shadow = '[ <color>? && [ <length> <length> <length0>? ] ]#';
const gridLine = 'auto | span && [ <integer> || <ident> ] | <integer> && <ident>? | <ident>';

/** Text of lines `name name: grammar`. */
const table = `
color background-color text-decoration-color column-rule-color text-emphasis-color flood-color stop-color lighting-color -webkit-text-fill-color -webkit-text-stroke-color -webkit-tap-highlight-color outline-color: <color>
accent-color caret-color: auto | <color>
width height inline-size block-size: auto | ${size}
min-width min-height min-inline-size min-block-size: auto | ${size}
max-width max-height max-inline-size max-block-size: none | ${size}
opacity fill-opacity stroke-opacity stop-opacity flood-opacity: <alpha>
z-index: auto | <integer>
order: <integer>
display: none | contents | block | inline | flow-root | inline-block | flex | inline-flex | grid | inline-grid | table | inline-table | table-row | table-cell | table-caption | table-row-group | table-header-group | table-footer-group | table-column | table-column-group | list-item | ruby | ruby-text | math | -webkit-box | -webkit-inline-box
position: static | relative | absolute | fixed | sticky | -webkit-sticky
float: none | left | right | inline-start | inline-end
clear: none | left | right | both | inline-start | inline-end
visibility: visible | hidden | collapse
box-sizing: content-box | border-box
overflow-x overflow-y: ${overflow}
overscroll-behavior-x overscroll-behavior-y: auto | contain | none
row-gap column-gap: normal | <lp0>
flex-grow flex-shrink: <number0>
flex-basis: auto | content | ${size}
flex-direction: row | row-reverse | column | column-reverse
flex-wrap: nowrap | wrap | wrap-reverse
justify-content: normal | ${distribution} | ${content}
align-content: normal | baseline | ${distribution} | ${content}
align-items: normal | stretch | baseline | last baseline | ${selfPosition}
justify-items: normal | stretch | baseline | legacy | ${selfPosition}
align-self justify-self: auto | normal | stretch | baseline | last baseline | ${selfPosition}
aspect-ratio: auto || [ <number0> [ / <number0> ]? ]
object-fit: fill | contain | cover | none | scale-down
outline-style: auto | ${lineStyle}
outline-width column-rule-width: ${lineWidth}
column-rule-style: ${lineStyle}
outline-offset: <length>
border-top-left-radius border-top-right-radius border-bottom-right-radius border-bottom-left-radius: <lp0>{1,2}
border-collapse: separate | collapse
border-image-source mask-image: none | <image>
border-image-slice border-image-width border-image-outset border-image-repeat: <any>+
table-layout: auto | fixed
caption-side: top | bottom
empty-cells: show | hide
background-image: [ none | <image> ]#
background-size: [ cover | contain | [ <lp0> | auto ] [ <lp0> | auto ]? ]#
background-repeat: [ repeat-x | repeat-y | [ repeat | no-repeat | space | round ]{1,2} ]#
background-attachment: [ scroll | fixed | local ]#
background-origin: [ border-box | padding-box | content-box ]#
background-clip: [ border-box | padding-box | content-box | text ]#
background-blend-mode: <any>+
font-size: <lp0> | xx-small | x-small | small | medium | large | x-large | xx-large | xxx-large | larger | smaller
font-weight: normal | bold | bolder | lighter | <weight>
font-style: normal | italic | oblique <angle>?
font-stretch: normal | ultra-condensed | extra-condensed | condensed | semi-condensed | semi-expanded | expanded | extra-expanded | ultra-expanded | <percentage0>
font-variant-caps: normal | small-caps | all-small-caps | petite-caps | all-petite-caps | unicase | titling-caps
font-kerning: auto | normal | none
font-optical-sizing: auto | none
font-variant-ligatures font-variant-numeric font-variant-east-asian font-variant-alternates font-variant-position font-variant-emoji font-size-adjust font-language-override font-feature-settings font-variation-settings font-palette: <any>+
line-height: normal | <number0> | <lp0>
letter-spacing word-spacing: normal | <length>
text-align: start | end | left | right | center | justify | match-parent | -webkit-left | -webkit-right | -webkit-center
text-align-last: auto | start | end | left | right | center | justify
text-indent: <lp>
text-transform: none | capitalize | uppercase | lowercase | full-width | math-auto
text-decoration-line: none | [ underline || overline || line-through || blink ]
text-decoration-style: solid | double | dotted | dashed | wavy
text-decoration-thickness: auto | from-font | <lp>
text-underline-offset: auto | <lp>
text-overflow: clip | ellipsis
text-shadow: none | ${shadow}
box-shadow: none | [ <color>? && [ <length> <length> <length0>? <length>? ] && inset? ]#
text-rendering: auto | optimizespeed | optimizelegibility | geometricprecision
text-wrap-mode: wrap | nowrap
white-space-collapse: collapse | preserve | preserve-breaks | break-spaces
text-wrap: wrap | nowrap | balance | pretty | stable
vertical-align: baseline | sub | super | text-top | text-bottom | middle | top | bottom | <lp>
word-break: normal | break-all | keep-all | break-word | auto-phrase
overflow-wrap: normal | break-word | anywhere
line-break: auto | loose | normal | strict | anywhere
hyphens: none | manual | auto
tab-size: <number0> | <length0>
direction: ltr | rtl
unicode-bidi: normal | embed | isolate | bidi-override | isolate-override | plaintext
writing-mode: horizontal-tb | vertical-rl | vertical-lr | sideways-rl | sideways-lr
list-style-position: inside | outside
list-style-image: none | <image>
list-style-type: none | <string> | <ident>
cursor: [ <url> [ <number> <number> ]? , ]* [ auto | default | none | context-menu | help | pointer | progress | wait | cell | crosshair | text | vertical-text | alias | copy | move | no-drop | not-allowed | grab | grabbing | all-scroll | col-resize | row-resize | n-resize | e-resize | s-resize | w-resize | ne-resize | nw-resize | se-resize | sw-resize | ew-resize | ns-resize | nesw-resize | nwse-resize | zoom-in | zoom-out | -webkit-grab | -webkit-grabbing ]
pointer-events: auto | none | all | visiblepainted | visiblefill | visiblestroke | visible | painted | fill | stroke | bounding-box
user-select: auto | none | text | all | contain
touch-action: auto | none | manipulation | [ pan-x | pan-left | pan-right ] || [ pan-y | pan-up | pan-down ] || pinch-zoom
resize: none | both | horizontal | vertical | block | inline
scroll-behavior: auto | smooth
appearance: none | auto | button | textfield | menulist | <ident>
transform: none | <transform>+
transform-style: flat | preserve-3d
transform-box: content-box | border-box | fill-box | stroke-box | view-box
backface-visibility: visible | hidden
perspective: none | <length0>
scale: none | <alpha>{1,3}
rotate: none | [ x | y | z | <number>{3,3} ]? && <angle>
translate: none | <lp> [ <lp> <length>? ]?
filter backdrop-filter: none | <filter>+
mix-blend-mode: normal | multiply | screen | overlay | darken | lighten | color-dodge | color-burn | hard-light | soft-light | difference | exclusion | hue | saturation | color | luminosity | plus-lighter
isolation: auto | isolate
clip: auto | <function>
clip-path: none | <url> | <shape>
will-change: auto | <ident>#
contain: none | strict | content | [ size | inline-size ] || layout || style || paint
content-visibility: visible | auto | hidden
content: normal | none | [ <string> | <image> | <function> | open-quote | close-quote | no-open-quote | no-close-quote ]+ [ / <string> ]?
quotes: none | auto | <string>+
counter-reset counter-increment counter-set: none | <any>+
column-count: auto | <integer1>
column-width: auto | <length0>
columns: <any>+
column-fill: auto | balance
column-span: none | all
transition-property: none | <ident>#
transition-duration: <time0>#
transition-delay animation-delay: <time>#
transition-timing-function animation-timing-function: [ linear | ease | ease-in | ease-out | ease-in-out | step-start | step-end | <easing> ]#
transition-behavior: [ normal | allow-discrete ]#
animation-duration: [ auto | <time0> ]#
animation-name: [ none | <ident> | <string> ]#
animation-iteration-count: [ infinite | <number0> ]#
animation-direction: [ normal | reverse | alternate | alternate-reverse ]#
animation-fill-mode: [ none | forwards | backwards | both ]#
animation-play-state: [ running | paused ]#
animation-timeline animation-range-start animation-range-end: <any>+
animation-composition: [ replace | add | accumulate ]#
grid-template-columns grid-template-rows grid-template-areas grid-auto-columns grid-auto-rows grid-template grid: <any>+
grid-auto-flow: [ row | column ] || dense
grid-row-start grid-row-end grid-column-start grid-column-end: ${gridLine}
fill stroke: none | <color> | <url>
stroke-width stroke-dashoffset: <lp> | <number>
stroke-linecap: butt | round | square
stroke-linejoin: miter | bevel | round
stroke-miterlimit: <number>
stroke-dasharray offset-path offset-distance mask mask-size mask-position mask-repeat mask-mode mask-composite mask-origin mask-clip container-name container font-variant: <any>+
r cx cy x y rx ry: auto | <lp>
fill-rule clip-rule: nonzero | evenodd
paint-order: <any>+
text-anchor: start | middle | end
zoom: normal | <number0> | <percentage0>
color-scheme: normal | [ light | dark | only | <ident> ]+
image-rendering: auto | pixelated | crisp-edges | -webkit-optimize-contrast
scroll-snap-type scroll-snap-align scrollbar-color object-position perspective-origin: <any>+
scroll-snap-stop: normal | always
scrollbar-width: auto | thin | none
scrollbar-gutter: auto | stable both-edges?
container-type: normal | size | inline-size
orphans widows: <integer1>
break-before break-after break-inside page-break-before page-break-after page-break-inside: <ident>
view-transition-name: none | <ident>
all: normal none
-webkit-line-clamp: none | <integer1>
-webkit-box-orient: horizontal | vertical | inline-axis | block-axis
-webkit-font-smoothing: auto | none | antialiased | subpixel-antialiased
-webkit-text-stroke-width: ${lineWidth}
-webkit-text-security: none | disc | circle | square
-webkit-user-drag: auto | none | element
app-region: none | drag | no-drag
border-spacing: <length0>{1,2}
interpolate-size: numeric-only | allow-keywords
field-sizing: fixed | content
speak: <ident>
`;

function read(): Map<string, string> {
  const found = new Map<string, string>();
  for (const line of table.split('\n')) {
    const colon = line.indexOf(':');
    for (const name of line.slice(0, Math.max(0, colon)).split(' ')) found.set(name, line.slice(colon + 1).trim());
  }
  found.delete('');
  for (const side of [...sides, ...logical]) {
    found.set(`margin-${side}`, margin);
    found.set(`padding-${side}`, '<lp0>');
    found.set(`scroll-margin-${side}`, '<length>');
    found.set(`scroll-padding-${side}`, 'auto | <lp0>');
    found.set(`border-${side}-width`, lineWidth);
    found.set(`border-${side}-style`, lineStyle);
    found.set(`border-${side}-color`, '<color>');
  }
  for (const side of sides) found.set(side, inset);
  for (const side of logical) found.set(`inset-${side}`, inset);
  return found;
}

/** Of those that are read by grammar alone. */
export const propertyGrammars: ReadonlyMap<string, string> = read();
