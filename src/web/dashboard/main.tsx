import { render } from 'preact';
import { App } from './app.tsx';
import './style/dashboard.scss';

const root = document.getElementById('app');
if (root) render(<App />, root);
