import { defineConfigWithVueTs, vueTsConfigs } from '@vue/eslint-config-typescript'
import prettier from 'eslint-config-prettier'
import { globalIgnores } from 'eslint/config'
import vue from 'eslint-plugin-vue'

export default defineConfigWithVueTs(
  globalIgnores(['dist', 'node_modules', '.node', 'target', 'test-results', 'playwright-report']),
  vue.configs['flat/recommended'],
  vueTsConfigs.recommendedTypeChecked,
  {
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-macros-order': 'error',
      'vue/multi-word-component-names': 'off',
      'vue/no-v-html': 'error',
      'vue/require-default-prop': 'off',
      'vue/no-unused-refs': 'error',
      'vue/html-button-has-type': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
    },
  },
  {
    // Browser tests and scripts run in Node and may speak to its console.
    files: ['e2e/**', '*.mjs'],
    rules: { 'no-console': 'off' },
  },
  prettier,
)
