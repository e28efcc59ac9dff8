declare module 'virtual:limber-theme.css';
