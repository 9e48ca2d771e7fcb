import type { KnownBlock } from '@slack/types';
import type { DataVisualizationBlock } from 'slack-blocks-to-jsx';
import { usePage } from '../page-context.tsx';
import { PackageBlock } from './package-block.tsx';
import type { Surface } from './surface.ts';

/** Slack's own types do not know the chart block yet. */
export const isChart = (block: { type: string }): boolean => block.type === 'data_visualization';

/** A chart drawn by the renderer, with its data as a table for who does not see it. */
export function ChartBlock({ block, surface }: { block: KnownBlock; surface: Surface }) {
  const { texts } = usePage();
  const { title, chart } = block as unknown as DataVisualizationBlock;
  const series = chart.type === 'pie' ? [{ name: texts.chartValue, data: chart.segments }] : chart.series;
  const categories = series[0]?.data.map(({ label }) => label) ?? [];
  return (
    <figure className="chart" data-testid="chart">
      <PackageBlock block={block} surface={surface} />
      <table className="only-heard">
        <caption>{texts.chartData(title ?? '')}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.chartCategory}</th>
            {series.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {categories.map((category, index) => (
            <tr key={category}>
              <th scope="row">{category}</th>
              {series.map(({ name, data }) => (
                <td key={name}>{data[index]?.value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
