/** A series as a picture: ECharts draws it as SVG without a browser, resvg makes it pixels with a font of our own. */
import { createRequire } from 'node:module';
import type { YearSeries } from '../domain/year-series.ts';
import type { Language } from '../messages/language.ts';
import { CHART_SIZE, chartOption, FONT_FAMILY } from './chart-option.ts';

/** Pixels for each logical one: sharp on the screen of a phone. */
const SCALE = 2;

const { resolve } = createRequire(import.meta.url);

const FONTS = ['400Regular/TitilliumWeb_400Regular.ttf', '600SemiBold/TitilliumWeb_600SemiBold.ttf'];

/** A PNG of 2 × {@link CHART_SIZE}, with the fonts of this product alone: the same on every machine. */
export async function renderChart(series: YearSeries, language: Language): Promise<Buffer> {
  const svg = await chartSvg(series, language);
  // Loaded with the first picture: who starts the product does not wait for them.
  const { renderAsync } = await import('@resvg/resvg-js');
  const image = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: SCALE },
    font: {
      loadSystemFonts: false,
      fontFiles: FONTS.map((file) => resolve(`@expo-google-fonts/titillium-web/${file}`)),
      defaultFontFamily: FONT_FAMILY,
    },
  });
  return image.asPng();
}

export async function chartSvg(series: YearSeries, language: Language): Promise<string> {
  const [core, { LineChart }, components, { SVGRenderer }] = await Promise.all([
    import('echarts/core'),
    import('echarts/charts'),
    import('echarts/components'),
    import('echarts/renderers'),
  ]);
  const { GridComponent, LegendComponent, MarkLineComponent, TitleComponent } = components;
  core.use([LineChart, GridComponent, LegendComponent, MarkLineComponent, TitleComponent, SVGRenderer]);
  const chart = core.init(null, null, { renderer: 'svg', ssr: true, ...CHART_SIZE });
  chart.setOption(chartOption(series, language));
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}
