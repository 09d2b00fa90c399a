import 'virtual:tokens.css';
import './font.css';
import '../kit/base.css';
import '../kit/marks.css';
import '../kit/tables.css';
import '../kit/states.css';
import './shell.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { startTexts } from '../kit/catalogues';

const root = document.getElementById('root');
if (root) {
  void startTexts().then(() =>
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    ),
  );
}
