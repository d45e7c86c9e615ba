import { type Glossary, unspaced } from './glossary.ts';

/** What people ask in Chinese, where the signs are not read as they are. */
export const CHINESE: Glossary = unspaced(`
compare = 求对比 | 对比一下 | 比较一下 | 有什么区别 | 有何区别 | 怎么选
monthly users = 每月访问量 | 月访问量
about = 大概 | 大约
万 = 万人次
we are registered = 已经登记 | 已登记 | 登记并拿到
`);
