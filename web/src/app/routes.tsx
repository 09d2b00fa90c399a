import { createBrowserRouter, Navigate } from 'react-router';
import { Frame } from './Frame';
import { Crash, NoSuchPage } from './Crash';

/** Addresses; each page is loaded when it is first opened. */
export const router = createBrowserRouter([
  { path: '/sign-in', lazy: async () => ({ Component: (await import('../access/SignInPage')).SignInPage }), ErrorBoundary: Crash },
  { path: '/set-up', lazy: async () => ({ Component: (await import('../access/SetUpPage')).SetUpPage }), ErrorBoundary: Crash },
  {
    element: <Frame />,
    ErrorBoundary: Crash,
    children: [
      { index: true, element: <Navigate to="/applications" replace /> },
      { path: 'applications', lazy: async () => ({ Component: (await import('../catalog/ApplicationsPage')).ApplicationsPage }) },
      { path: 'password', lazy: async () => ({ Component: (await import('../access/PasswordPage')).PasswordPage }) },
      { path: '*', element: <NoSuchPage /> },
    ],
  },
]);
