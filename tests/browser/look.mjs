// SPDX-License-Identifier: GPL-3.0-or-later
// Opens pages in a real browser, as people see them, and says what is wrong with them.
//
// usage: node look.mjs MODULES CHROMIUM PICTURES PAGE...
//   MODULES   the folder that holds node_modules
//   PICTURES  a folder for screenshots and the printed page
//
// A line for each fault; exit 1 when there is one.  Nothing of the page is changed, but
// for the reading of its boxes.
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [modules, chromium, pictures, ...pages] = process.argv.slice(2);
const require = createRequire(resolve(modules, 'package.json'));
const puppeteer = require('puppeteer-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const { HtmlValidate } = require('html-validate');

const WIDTHS = [360, 800, 1280];
// the smallest letters outside of charts, in pixels: 12 points on a screen, 9 on paper
const SHOWN = 16;
const PRINTED = 12;
const faults = [];
const fault = (page, where, what) => faults.push(`${basename(dirname(page))}/${basename(page)}: ${where}: ${what}`);

// The markup as it stands in the file: what a browser mends in silence is a fault too.
async function checkMarkup(path) {
	const validate = new HtmlValidate({
		extends: ['html-validate:standard'],
		rules: {
			// styles stand in the page, since it needs no other file
			'no-inline-style': 'off',
			'long-title': 'off',
			'require-sri': 'off',
		},
	});
	const report = await validate.validateFile(path);
	for (const result of report.results)
		for (const { line, column, message, ruleId } of result.messages)
			fault(path, `line ${line}:${column}`, `${message} (${ruleId})`);
}

// Runs inside the page: boxes that leave it, letters too small, words over words.
function readBoxes(width, least) {
	const found = [];
	const shown = (element) => element.getClientRects().length !== 0
		&& getComputedStyle(element).visibility !== 'hidden';
	const root = document.documentElement;
	if (root.clientWidth > width)
		found.push(`the page is laid out for ${root.clientWidth} px on a screen of ${width}`);
	if (root.scrollWidth > root.clientWidth)
		found.push(`the page is ${root.scrollWidth} px wide in a window of ${root.clientWidth}`);
	const ids = new Set();
	for (const { id } of document.querySelectorAll('[id]')) {
		if (ids.has(id))
			found.push(`the id ${id} is there twice`);
		ids.add(id);
	}
	for (const image of document.querySelectorAll('svg[role=img]')) {
		if (!shown(image))
			continue;
		const name = (image.getAttribute('aria-labelledby') ?? '').split(' ')
			.map((id) => document.getElementById(id)?.textContent.trim());
		if (name.length === 0 || name.some((text) => !text))
			found.push('a chart has no title or description');
		const frame = image.getBoundingClientRect();
		const scale = frame.width / image.viewBox.baseVal.width;
		const words = [...image.querySelectorAll('text')]
			.filter((text) => text.textContent.trim() !== '')
			.map((text) => ({ text: text.textContent.trim(), box: text.getBoundingClientRect(),
				size: parseFloat(getComputedStyle(text).fontSize) * scale }));
		const chart = image.querySelector('title')?.textContent.slice(0, 40);
		for (const { text, box, size } of words) {
			if (size < 15.5)
				found.push(`"${text}" is ${size.toFixed(1)} px in the chart "${chart}"`);
			if (box.left < frame.left - 1 || box.right > frame.right + 1
				|| box.top < frame.top - 1 || box.bottom > frame.bottom + 1)
				found.push(`"${text}" leaves the chart "${chart}"`);
		}
		for (let i = 0; i < words.length; i++)
			for (let j = i + 1; j < words.length; j++) {
				const [a, b] = [words[i].box, words[j].box];
				const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
				const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
				// a line's box is higher than its letters: a quarter of it may overlap
				if (across > 1 && down > Math.min(a.height, b.height) / 4)
					found.push(`"${words[i].text}" and "${words[j].text}" collide in "${chart}"`);
			}
	}
	for (const element of document.querySelectorAll('body *:not(svg *)')) {
		const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE
			&& node.textContent.trim() !== '');
		if (own && shown(element) && parseFloat(getComputedStyle(element).fontSize) < least)
			found.push(`text in <${element.localName}> is ${getComputedStyle(element).fontSize}`);
	}
	return found;
}

async function checkWidth(browser, path, width) {
	const page = await browser.newPage();
	const url = pathToFileURL(path).href;
	page.on('request', (request) => {
		if (request.url().split('#')[0] !== url && !request.url().startsWith('data:'))
			fault(path, `${width} px`, `asks for ${request.url()}`);
	});
	page.on('console', (message) => fault(path, `${width} px`, `says ${message.text()}`));
	page.on('pageerror', (error) => fault(path, `${width} px`, error.message));
	await page.setViewport({ width, height: 900, isMobile: width < 500 });
	await page.goto(url);
	await page.screenshot({ path: join(pictures, `${basename(path, '.html')}-${width}.png`), fullPage: true });
	for (const what of await page.evaluate(readBoxes, width, SHOWN))
		fault(path, `${width} px`, what);
	// the first stop of the keyboard leads past the contents
	await page.keyboard.press('Tab');
	const skips = await page.evaluate(() => {
		const link = document.activeElement;
		const box = link.getBoundingClientRect();
		return link.localName === 'a' && link.hash !== '' && document.querySelector(link.hash) !== null
			&& box.width > 1 && box.height > 1 && box.top >= 0 && box.left >= 0;
	});
	if (!skips)
		fault(path, `${width} px`, 'the first stop of the Tab key is no visible link into the page');
	// tables that a reader opens are judged as well
	await page.evaluate(() => document.querySelectorAll('details').forEach((part) => { part.open = true; }));
	for (const what of await page.evaluate(readBoxes, width, SHOWN))
		fault(path, `${width} px, opened`, what);
	await page.evaluate(axe);
	const { violations } = await page.evaluate(() => window.axe.run(document, {
		runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
	}));
	for (const { id, help, nodes } of violations)
		fault(path, `${width} px`, `axe ${id}: ${help}: ${nodes.slice(0, 3).map((node) => node.target).join(', ')}`);
	await page.close();
}

// On paper: nothing may stand beside the sheet, and each chart is there.
async function checkPrint(browser, path) {
	const page = await browser.newPage();
	await page.setViewport({ width: 794, height: 1123 });
	await page.emulateMediaType('print');
	await page.goto(pathToFileURL(path).href);
	for (const what of await page.evaluate(readBoxes, 794, PRINTED))
		fault(path, 'print', what);
	const hidden = await page.evaluate(() => [...document.querySelectorAll('figure')]
		.filter((figure) => ![...figure.querySelectorAll('svg')].some((image) => image.getClientRects().length !== 0)).length);
	if (hidden !== 0)
		fault(path, 'print', `${hidden} figures have no picture`);
	await page.pdf({ path: join(pictures, `${basename(path, '.html')}.pdf`), format: 'A4', printBackground: true });
	await page.close();
}

const browser = await puppeteer.launch({ executablePath: chromium, args: ['--no-sandbox', '--disable-gpu'] });
try {
	for (const path of pages) {
		await checkMarkup(path);
		for (const width of WIDTHS)
			await checkWidth(browser, path, width);
		await checkPrint(browser, path);
	}
} finally {
	await browser.close();
}
for (const line of faults)
	console.log(line);
process.exitCode = faults.length === 0 ? 0 : 1;
