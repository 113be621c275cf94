const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** What a plain drawing is made of. Source: SVG 2, "Basic Shapes", "Paths", "Painting", "Paint Servers", and CSS Masking. */
export const knownDrawing = {
  /** Shapes, what groups them, and what they are painted and cut out with. */
  elements: words(
    "svg g defs path rect circle ellipse line polyline polygon linearGradient radialGradient stop clipPath mask",
  ),
  /** Elements that draw nothing: what a drawing is called, and what editors note. */
  silentElements: /^(title|desc|metadata|(sodipodi|inkscape):[\w-]+)$/,
  /** Where shapes stand and how they are painted. */
  attributes: words(`
    x y width height rx ry cx cy r x1 y1 x2 y2 d points viewBox preserveAspectRatio transform fx fy fr offset
    fill fill-rule fill-opacity stroke stroke-width stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray
    stroke-dashoffset stroke-opacity opacity color stop-color stop-opacity gradientUnits gradientTransform spreadMethod
    clip-path clip-rule clipPathUnits mask mask-type maskUnits maskContentUnits display visibility overflow paint-order
    vector-effect shape-rendering color-interpolation`),
  /** Attributes that paint nothing where there is neither text nor style sheet. */
  silentAttributes:
    /^(class|version|baseprofile|enable-background|role|lang|xmlns|aria-[a-z]+|data-[\w-]+|[\w-]+:[\w-]+|font(-[a-z]+)*|text-[a-z]+)$/i,
  /** Declarations of a style that paint nothing where there is no text. */
  silentProperties:
    /^(-[\w-]+|font(-[a-z]+)*|(text|letter|word|line|white|writing|dominant|baseline)-[a-z-]+|direction|isolation)$/,
  /** Numbers, names of colours and of ways to paint, and functions of them. */
  value: /^[\w#.,%+()\s-]*$/,
} as const;
